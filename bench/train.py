"""Training: the learned judgements of the reader, made anew from gold by `python -m bench train GOLD …`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from communique import evaluate
from communique.evaluate.pairing import pair_engagements
from communique.reader.bodies import find_bodies, find_sittings
from communique.reader.engagements import close
from communique.reader.engagements.find import find_drafts, finish
from communique.reader.engagements.judge import MODEL, SURE, SUREST, by_rules, seen
from communique.reader.learned import BIAS, DATA
from communique.reader.parser import parser
from communique.reader.reader import open_page
from communique.reader.refer import find_mentions
from communique.reader.who import Who
from communique.reader.words import plain
from communique.reading import JSON, Reading
from communique.report import Report

REPORTS_NAME, GOLD_NAME = ".reports.jsonl", ".gold.jsonl"
FOLDS = 6
# A feature counts when so many drafts have it; the strength of the regression (the inverse of its penalty). Both by
# cross-validation: stronger ones fit the gold and not the next report.
SEEN_AT_LEAST, STRENGTH = 3, 0.05
LEAST_WEIGHT = 0.005  # weights nearer to 0 are not kept: they move no score by a hundredth

HEADER = """\
# The weights by which a draft is judged an encounter or not; written by `python -m bench train`, never by hand.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """The drafts of one report: their features, what the rules say, and whether gold has them; `gold` is how many it has."""

    features: list[list[str]]
    verdicts: list[str]
    right: list[bool]
    gold: int


def train(golds: Sequence[Path]) -> str:
    """Train on gold files (reports beside each), write the model, and tell what cross-validation gives."""
    examples = [example for gold in golds for example in _examples(gold)]
    text = _validated(examples)
    weights = _weights(examples)
    rows = sorted(weights.items(), key=lambda row: (row[0].casefold(), row[0]))
    lines = [HEADER.rstrip("\n"), "feature\tweight", *(f"{name}\t{weight:.3f}" for name, weight in rows)]
    (DATA / f"{MODEL}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return f"{text}{len(rows)} weights from {len(examples)} reports\n"


def _examples(gold: Path) -> Iterator[Example]:
    reports = evaluate.load_reports(gold.with_name(gold.name.removesuffix(GOLD_NAME) + REPORTS_NAME))
    wanted = {evaluate.report_id(row): row for row in evaluate.load_gold(gold)}
    pairs = ((plain(report.text) or " ", report) for report in reports if report.id in wanted)
    for doc, report in parser().pipe(pairs, as_tuples=True, batch_size=16):
        yield _example(report, doc, wanted[report.id])


def _example(report: Report, doc: Any, gold: JSON) -> Example:
    page = open_page(report, doc)
    who = Who(page, find_mentions(page.marks, page.figures))
    sittings = find_sittings(page, find_bodies(page))
    drafts = find_drafts(page, who, sittings)
    verdicts = by_rules(page, drafts)
    features = seen(page, drafts, verdicts)
    ids = {id(figure): f"P{number}" for number, figure in enumerate(page.figures, start=1)}
    accounts = close(page, finish(page, who, sittings, drafts), ids)
    read = Reading(report=page.front.masthead, reader="train", engagements=tuple(accounts)).to_json()["engagements"]
    paired = {j for _, j in pair_engagements(gold["engagements"], read)}
    return Example(features, verdicts, [j in paired for j in range(len(read))], len(gold["engagements"]))


def _weights(examples: Sequence[Example]) -> dict[str, float]:
    """The weights of a logistic regression over all drafts."""
    counted = Counter(name for example in examples for names in example.features for name in names)
    rows = [
        {name: 1 for name in names if counted[name] >= SEEN_AT_LEAST}
        for example in examples
        for names in example.features
    ]
    vectors = DictVectorizer(sparse=False)  # some 2,000 drafts by 2,000 features: 30 MB
    fitted = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300, random_state=0)
    fitted.fit(vectors.fit_transform(rows), [yes for example in examples for yes in example.right])
    weights = dict(zip(vectors.get_feature_names_out(), map(float, fitted.coef_[0]), strict=True))
    kept = {name: weight for name, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}
    return {BIAS: float(fitted.intercept_[0]), **kept}


def _validated(examples: Sequence[Example]) -> str:
    """Precision, recall and F1 of finding encounters, of the rules and of models that have not seen the report."""
    order = list(range(len(examples)))
    Random(0).shuffle(order)
    chosen: dict[int, list[bool]] = {}
    for fold in range(FOLDS):
        weights = _weights([examples[i] for k, i in enumerate(order) if k % FOLDS != fold])
        for i in order[fold::FOLDS]:
            scores = [_score(weights, names) for names in examples[i].features]
            sure = max(scores, default=0.0) >= SUREST
            chosen[i] = [sure and score >= SURE for score in scores]
    rules = {i: [verdict != "no" for verdict in example.verdicts] for i, example in enumerate(examples)}
    return _told("rules", examples, rules) + _told(f"learned, {FOLDS}-fold", examples, chosen)


def _score(weights: dict[str, float], names: Sequence[str]) -> float:
    total = weights[BIAS] + sum(weights.get(name, 0.0) for name in names)
    return float(1 / (1 + np.exp(-total)))


def _told(name: str, examples: Sequence[Example], chosen: dict[int, list[bool]]) -> str:
    right = sum(a and b for i, e in enumerate(examples) for a, b in zip(e.right, chosen[i], strict=True))
    read, gold = sum(map(sum, chosen.values())), sum(example.gold for example in examples)
    without = [i for i, example in enumerate(examples) if not example.gold]
    false = sum(any(chosen[i]) for i in without)
    return (
        f"{name}: precision {right / read:.3f}, recall {right / gold:.3f}, F1 {2 * right / (read + gold):.3f}; "
        f"{false} of {len(without)} reports without an encounter given one\n"
    )
