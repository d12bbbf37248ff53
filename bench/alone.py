"""The measures that run alone: of accuracy, of what is learned, of how robust the reader is; loaded when asked."""

from argparse import Namespace
from collections.abc import Callable, Mapping

Told = tuple[str, list[str]]
"""What a measure tells, and what has fallen."""

Measure = Callable[[Namespace], Told]


def _accuracy(asked: Namespace) -> Told:
    """How well the gold is read; with `--pin` the floors are raised to it."""
    from bench.accuracy import accuracy

    return accuracy(pin=asked.pin)


def _scores(asked: Namespace) -> Told:
    """How often the values of each rule are right, which is their score."""
    from bench.scores import measure_scores

    return measure_scores(asked.gold), []


def _misses(asked: Namespace) -> Told:
    """Which fields are missed in which kinds of engagements."""
    from bench.misses import count_misses

    return count_misses(asked.gold), []


def _train(asked: Namespace) -> Told:
    """The learned judgements, made anew."""
    from bench.train import train

    return train(asked.gold), []


def _gate(asked: Namespace) -> Told:  # noqa: ARG001
    """The gate before the parser, made anew; a quarter of an hour."""
    from bench.gate import train_gate

    return train_gate(), []


def _figures(asked: Namespace) -> Told:  # noqa: ARG001
    """The figures of docs/accuracy.md, written there."""
    from bench.figures import write_figures

    return write_figures(), []


def _joining(asked: Namespace) -> Told:  # noqa: ARG001
    """How well accounts, people and bodies are joined."""
    from bench.joining import joining

    return joining(), []


def _samples(asked: Namespace) -> Told:  # noqa: ARG001
    """What the commands of docs/questions.md answer, written there."""
    from bench.samples import write

    return write(), []


def _slices(asked: Namespace) -> Told:
    """`--reports` random slices of the corpus are read; any that is not read or not truly cited is told."""
    from bench.slices import slices

    return slices(asked.reports)


MEASURES: Mapping[str, Measure] = {
    "accuracy": _accuracy,
    "scores": _scores,
    "misses": _misses,
    "train": _train,
    "gate": _gate,
    "figures": _figures,
    "joining": _joining,
    "samples": _samples,
    "slices": _slices,
}
