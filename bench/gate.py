"""The gate before the parser, made anew by `python -m bench gate`: trained on what the reader finds without it.

A paragraph of a release counts as telling where the reader cites it for an encounter or for what was said; of a
report of the gold that has either, every paragraph does, so that what looks like a ministry's report stays open.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bench import corpus
from bench.gold import FOLDERS, OWN_ASIDE, WRITTEN_ON
from communique import evaluate
from communique.cli.evaluate import beside
from communique.evaluate.floors import find_file
from communique.evaluate.gold import report_id
from communique.reader import Reader, gate, learned
from communique.reader.marks import mark
from communique.reading import Reading, citations
from communique.report import Report

FOLDS = 4
SEEN_AT_LEAST = 8  # paragraphs a feature has to be in
LEAST_WEIGHT = 0.05
STRENGTH = 1.0  # of the regression: the inverse of its penalty
RELEASES = 4_804  # all of the corpus
HEADER = "# Weights of words by which a paragraph may tell of an encounter, by `python -m bench gate`."


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report as the gate sees it: the features, and telling or not, of each paragraph."""

    source: str
    engaged: int  # encounters told of
    short: bool  # so that it is parsed whatever it says
    telling: bool
    features: Sequence[set[str]]
    right: Sequence[bool]
    written: Counter[str]  # its words as they are written


def train_gate(releases: int = RELEASES) -> str:
    """Train the gate and write it into the package; tell what it closes, and misses, of reports it has not seen."""
    sheets = [*_releases(releases)]
    for name in (*WRITTEN_ON, OWN_ASIDE):
        sheets += _gold(name)
    learnt = [each for each in sheets if each.source != OWN_ASIDE]
    scores = _unseen(learnt)
    weights = _weights(learnt)
    fitted = learned.Model(weights)
    learnt += (aside := [each for each in sheets if each.source == OWN_ASIDE])
    scores += [[fitted.score(each) for each in sheet.features] for sheet in aside]
    rows = sorted(weights.items(), key=lambda row: (row[0].casefold(), row[0]))
    lines = [HEADER, "feature\tweight", *(f"{each}\t{weight:.3f}" for each, weight in rows)]
    (learned.DATA / f"{gate.MODEL}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    learned.model.cache_clear()
    return "".join(_told(learnt, scores))


def _told(sheets: Sequence[Sheet], scores: Sequence[Sequence[float]]) -> Iterator[str]:
    best = [max(each, default=0.0) for each in scores]
    for source in dict.fromkeys(sheet.source for sheet in sheets):
        own = [(sheet, score) for sheet, score in zip(sheets, best, strict=True) if sheet.source == source]
        for least in (0.2, gate.PAGE, 0.4, 0.5):
            shut = [sheet for sheet, score in own if score < least and not sheet.short]
            encounters = sum(sheet.engaged for sheet, _ in own)
            idle = [sheet for sheet, _ in own if not sheet.telling]
            quiet = sum(not sheet.telling for sheet in shut)
            missed = sum(sheet.engaged for sheet in shut)
            yield (
                f"{source}, pages below {least}: {len(shut)} of {len(own)} closed, {quiet} of {len(idle)} that tell "
                f"nothing; {missed} of {encounters} encounters missed\n"
            )


def _releases(number: int) -> Iterator[Sheet]:
    reports = list(corpus.reports(number))
    for report, reading in zip(reports, Reader(gated=False).read_many(reports), strict=True):
        yield _sheet("releases", report, len(reading.engagements), set(_telling(reading)))


def _telling(reading: Reading) -> Iterator[int]:
    for part in (*reading.engagements, *reading.statements):
        yield from (each.start for each in citations(part))


def _gold(name: str) -> Iterator[Sheet]:
    path = find_file(name, FOLDERS)
    lying = beside(path)
    assert lying is not None
    gold = {report_id(row): row for row in evaluate.load_gold(path)}
    for report in evaluate.load_reports(lying):
        if report.id in gold:
            row = gold[report.id]
            telling = bool(row["engagements"] or row["statements"])
            yield _sheet(name, report, len(row["engagements"]), range(len(report.text)) if telling else ())


def _sheet(source: str, report: Report, engaged: int, telling: Collection[int]) -> Sheet:
    marks = mark(report.text)
    found = gate.paragraphs(marks.text)
    told = frozenset(telling)
    return Sheet(
        source,
        engaged,
        len(marks.text) < gate.SHORT,
        bool(told),
        list(gate.features(marks, found)),
        [not told.isdisjoint(range(*each)) for each in found],
        Counter(word.text for word in marks.words if word.text.isalpha()),
    )


def _weights(sheets: Sequence[Sheet]) -> dict[str, float]:
    """The weights of a logistic regression."""
    kept = _common(sheets)
    rows = (dict.fromkeys(paragraph & kept, 1) for sheet in sheets for paragraph in sheet.features)
    vectors = DictVectorizer(dtype=np.float32)
    fitted = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300, random_state=0)
    matrix = vectors.fit_transform(rows)
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)  # liblinear's own
    fitted.fit(matrix, [each for sheet in sheets for each in sheet.right])
    weights = dict(zip(vectors.get_feature_names_out(), map(float, fitted.coef_[0]), strict=True))
    telling = {each: weight for each, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}
    return {learned.BIAS: float(fitted.intercept_[0]), **telling}


def _common(sheets: Sequence[Sheet]) -> set[str]:
    """The features often seen: what the lexicon knows, and words written in lower case, so that none is a name."""
    seen = Counter(feature for sheet in sheets for each in sheet.features for feature in each)
    written: Counter[str] = Counter()
    for sheet in sheets:
        written.update(sheet.written)
    spelled: Counter[str] = Counter()
    for word, often in written.items():
        spelled[word.lower()] += often
    words = {word for word, often in spelled.items() if written[word] > often / 2}
    return {each for each, often in seen.items() if often >= SEEN_AT_LEAST and (each in words or " " in each)}


def _unseen(sheets: Sequence[Sheet]) -> list[list[float]]:
    """The score of each paragraph by a model that has not seen its report."""
    fold = [k % FOLDS for k in range(len(sheets))]
    Random(0).shuffle(fold)
    scores: list[list[float]] = [[] for _ in sheets]
    for number in range(FOLDS):
        fitted = learned.Model(_weights([each for each, own in zip(sheets, fold, strict=True) if own != number]))
        for k, own in enumerate(fold):
            if own == number:
                scores[k] = [fitted.score(each) for each in sheets[k].features]
    return scores
