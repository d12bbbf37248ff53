"""Training: the learned judgements of the reader, made anew from gold by `python -m bench train`.

Each judgement is trained on drafts that passed the ones before it, as it will see them when reading.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bench.gold import FOLDERS, WRITTEN_ON
from communique import evaluate
from communique.evaluate.floors import find_file
from communique.evaluate.gold import report_id
from communique.evaluate.likeness import plain as unwrapped
from communique.evaluate.likeness import same_name, same_person
from communique.evaluate.pairing import pair_engagements, pair_in_order
from communique.reader import learned
from communique.reader.bodies import find_bodies, find_sittings
from communique.reader.engagements import Draft, close
from communique.reader.engagements.find import find_drafts, finish, furnish, seat
from communique.reader.engagements.judging import judge
from communique.reader.engagements.judging.judge import by_rules, seen
from communique.reader.engagements.participants import receiving, seats
from communique.reader.engagements.participants.roles import settle_roles
from communique.reader.engagements.setting import around
from communique.reader.learned import BIAS, DATA
from communique.reader.page import Page
from communique.reader.parser import parser
from communique.reader.reader import open_page
from communique.reader.refer import find_mentions
from communique.reader.who import Who
from communique.reader.words import plain
from communique.reading import JSON, Reading, Role
from communique.report import Report

REPORTS_NAME, GOLD_NAME = ".reports.jsonl", ".gold.jsonl"
FOLDS = 6
SEEN_AT_LEAST = 3  # examples that must have a feature for it to count
# The strength of each regression (the inverse of its penalty), by cross-validation: stronger ones fit the gold and not
# the next report.
STRENGTH = {
    judge.MODEL: 0.05,
    seats.MODEL: 0.1,
    around.MODEL: 0.05,
    **dict.fromkeys(receiving.MODELS.values(), 0.05),
}
LEAST_WEIGHT = 0.01  # weights nearer to 0 are not kept: they move no score by a hundredth

HEADER = "# Weights of a judgement by feature; written by `python -m bench train`, never by hand."


@dataclass(slots=True)
class Example:
    """One thing judged: its features, the truth, what the rules say, its report, and if the rules are sure."""

    features: list[str]
    right: bool
    rules: bool
    report: int
    sure: bool = False


@dataclass(slots=True)
class Opened:
    """A parsed report and its gold."""

    report: Report
    doc: Any
    gold: JSON
    page: Page = field(init=False)
    who: Who = field(init=False)
    drafts: list[Draft] = field(init=False)

    def draft(self) -> None:
        """Read it as far as the drafts of encounters, anew."""
        self.page = open_page(self.report, self.doc)
        self.who = Who(self.page, find_mentions(self.page.marks, self.page.figures))
        self.drafts = find_drafts(self.page, self.who, self.sittings())

    def sittings(self) -> Any:
        """The sittings of its standing bodies."""
        return find_sittings(self.page, find_bodies(self.page))

    def paired(self, drafts: list[Draft]) -> dict[int, JSON]:
        """The gold encounter that each draft tells of, by the draft's place in the list."""
        return {
            j: self.gold["engagements"][i] for i, j in pair_engagements(self.gold["engagements"], self.read(drafts))
        }

    def read(self, drafts: list[Draft]) -> list[JSON]:
        """The drafts as they would be read now."""
        ids = {id(figure): f"P{number}" for number, figure in enumerate(self.page.figures, start=1)}
        accounts = tuple(close(self.page, drafts, ids))
        read = Reading(report=self.page.front.masthead, reader="train", engagements=accounts).to_json()
        return list(read["engagements"])


def train(golds: Sequence[Path]) -> str:
    """Train on these gold files, or on all that the rules were written on; tell what cross-validation gives.

    The reports lie beside each. The models are written into the package.
    """
    files = golds or [find_file(name, FOLDERS) for name in WRITTEN_ON]
    opened = [each for gold in files for each in _opened(gold)]
    for name in STRENGTH:
        (DATA / f"{name}.tsv").unlink(missing_ok=True)
    learned.model.cache_clear()
    told = _encounters(opened)
    told += _write_people(opened)
    told += _write_ground(opened)
    return f"{told}from {len(opened)} reports\n"


def _opened(gold: Path) -> Iterator[Opened]:
    reports = evaluate.load_reports(gold.with_name(gold.name.removesuffix(GOLD_NAME) + REPORTS_NAME))
    wanted = {report_id(row): row for row in evaluate.load_gold(gold)}
    pairs = ((plain(report.text) or " ", report) for report in reports if report.id in wanted)
    for doc, report in parser().pipe(pairs, as_tuples=True, batch_size=16):
        yield Opened(report, doc, wanted[report.id])


def _encounters(opened: Sequence[Opened]) -> str:
    examples = []
    for number, each in enumerate(opened):
        each.draft()
        verdicts = by_rules(each.page, each.drafts)
        features = seen(each.page, each.drafts, verdicts)
        paired = each.paired(finish(each.page, each.who, each.sittings(), each.drafts))
        examples += [
            Example(features[j], j in paired, verdicts[j] != "no", number, verdicts[j] == "sure")
            for j in range(len(each.drafts))
        ]
    gold = [len(each.gold["engagements"]) for each in opened]
    _write(judge.MODEL, examples)
    return _told_encounters(examples, gold)


def _told_encounters(examples: Sequence[Example], gold: Sequence[int]) -> str:
    """How encounters are found by the rules, and by models that have not seen the report."""
    scores = _unseen(judge.MODEL, examples, len(gold))
    chosen = [False] * len(examples)
    for report in range(len(gold)):
        own = [k for k, example in enumerate(examples) if example.report == report]
        picked = judge.chosen([scores[k] for k in own], [examples[k].sure for k in own])
        for k, yes in zip(own, picked, strict=True):
            chosen[k] = yes
    told = ""
    for name, picked in (("rules", [example.rules for example in examples]), (f"{FOLDS}-fold", chosen)):
        false = {e.report for e, yes in zip(examples, picked, strict=True) if yes and not gold[e.report]}
        told += f"encounters, {name}: {_f1(examples, picked, sum(gold))}; "
        told += f"{len(false)} of {gold.count(0)} reports without one given one\n"
    return told


def _write_people(opened: Sequence[Opened]) -> str:
    seated = _seat_examples(opened)
    _write(seats.MODEL, seated)
    roles = _role_examples(opened)
    for role, examples in roles.items():
        _write(receiving.MODELS[role], examples)
    return _told_seats(seated, opened) + _told_roles(roles, len(opened))


def _seat_examples(opened: Sequence[Opened]) -> list[Example]:
    seated: list[Example] = []
    for number, each in enumerate(opened):
        drafts = _furnished(each)
        beside = seats.seats_of(each.page, each.who, drafts)
        paired = each.paired(drafts)
        for j, wanted in paired.items():
            seated += _seated(drafts[j], beside[j], wanted["participants"], number)
    return seated


def _furnished(each: Opened) -> list[Draft]:
    each.draft()
    drafts = judge.judge(each.page, each.drafts)
    furnish(each.page, each.who, each.sittings(), drafts)
    return drafts


def _role_examples(opened: Sequence[Opened]) -> dict[Role, list[Example]]:
    """Of everybody who takes part by the gold too, and not by letter or telephone, whether each role is theirs."""
    found: dict[Role, list[Example]] = {role: [] for role in receiving.ROLES}
    for number, each in enumerate(opened):
        drafts = _furnished(each)
        seat(each.page, each.who, drafts)
        told = [[part.role for part in draft.parts] for draft in drafts]
        settle_roles(drafts)
        signs = receiving.signs_of(each.page, drafts, told)
        paired, read = each.paired(drafts), each.read(drafts)
        for j, wanted in paired.items():
            if not drafts[j].has_soil:
                continue
            for i, k in pair_in_order(wanted["participants"], read[j]["participants"], same_person):
                right, ruled = wanted["participants"][i]["role"], drafts[j].parts[k].role
                for role, examples in found.items():
                    examples.append(Example(signs[j][k], right == role, ruled == role, number))
    return found


def _write_ground(opened: Sequence[Opened]) -> str:
    """Train on the countries told around encounters without one; tell how many are found, and how many are right."""
    examples: list[Example] = []
    of_draft: list[tuple[int, int]] = []
    wanted: set[tuple[int, int]] = set()
    for number, each in enumerate(opened):
        each.draft()
        drafts = judge.judge(each.page, each.drafts)
        finish(each.page, each.who, each.sittings(), drafts)
        offered, paired = around.offers(each.page, drafts), each.paired(drafts)
        for j, gold in paired.items():
            country = unwrapped(gold.get("country"))
            wanted |= {(number, j)} if country and offered[j] else set()
            for offer in offered[j]:
                right = offer.country.key == country
                examples.append(Example(around.names(drafts[j], offer), right, False, number))
                of_draft.append((number, j))
    _write(around.MODEL, examples)
    best: dict[tuple[int, int], tuple[float, bool]] = {}
    for place, score, example in zip(of_draft, _unseen(around.MODEL, examples, len(opened)), examples, strict=True):
        best[place] = max(best.get(place, (0.0, False)), (score, example.right))
    chosen = [right for score, right in best.values() if score >= around.MEANT]
    return f"countries told around, {FOLDS}-fold: {sum(chosen)} of {len(chosen)} right, {len(wanted)} to be found\n"


def _seated(draft: Draft, beside: Sequence[seats.Seat], wanted: Sequence[JSON], number: int) -> list[Example]:
    people = [person for person in wanted if person.get("name")]
    named = [seat.figure.name.key for seat in beside]
    right = {
        j for _, j in pair_in_order(people, named, lambda person, name: same_name(unwrapped(person["name"]), name))
    }
    return [
        Example(seats.names(draft, seat), j in right, seat.part is not None, number) for j, seat in enumerate(beside)
    ]


def _told_seats(seated: Sequence[Example], opened: Sequence[Opened]) -> str:
    """How named participants are found by the grammar, and by models that have not seen the report."""
    scores = _unseen(seats.MODEL, seated, len(opened))
    gold = sum(example.right for example in seated)
    grammar, learnt = [each.rules for each in seated], [score >= seats.SEATED for score in scores]
    return (
        f"named participants, grammar: {_f1(seated, grammar, gold)}\n"
        f"named participants, {FOLDS}-fold: {_f1(seated, learnt, gold)}\n"
    )


def _told_roles(roles: Mapping[Role, Sequence[Example]], reports: int) -> str:
    """How often a role is right by the rules, and by models that have not seen the report."""
    scores = {role: _unseen(receiving.MODELS[role], examples, reports) for role, examples in roles.items()}
    count = len(next(iter(scores.values())))
    likeliest = [max(scores, key=lambda role: scores[role][k]) for k in range(count)]
    learnt = sum(roles[role][k].right for k, role in enumerate(likeliest))
    ruled = sum(example.right and example.rules for examples in roles.values() for example in examples)
    return f"roles of {count} participants, rules: {ruled / count:.3f} right; {FOLDS}-fold: {learnt / count:.3f}\n"


def _weights(name: str, examples: Sequence[Example]) -> dict[str, float]:
    """The weights of a logistic regression."""
    counted = Counter(feature for example in examples for feature in set(example.features))
    rows = [{each: 1 for each in example.features if counted[each] >= SEEN_AT_LEAST} for example in examples]
    vectors = DictVectorizer(sparse=False, dtype=np.float32)  # some 5,000 examples by 3,000 features: 60 MB
    fitted = LogisticRegression(C=STRENGTH[name], solver="liblinear", max_iter=300, random_state=0)
    fitted.fit(vectors.fit_transform(rows), [example.right for example in examples])
    weights = dict(zip(vectors.get_feature_names_out(), map(float, fitted.coef_[0]), strict=True))
    kept = {each: weight for each, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}
    return {BIAS: float(fitted.intercept_[0]), **kept}


def _write(name: str, examples: Sequence[Example]) -> None:
    rows = sorted(_weights(name, examples).items(), key=lambda row: (row[0].casefold(), row[0]))
    lines = [HEADER, "feature\tweight", *(f"{each}\t{weight:.3f}" for each, weight in rows)]
    (DATA / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    learned.model.cache_clear()


def _unseen(name: str, examples: Sequence[Example], reports: int) -> list[float]:
    """The score of each example by a model that has not seen its report."""
    order = list(range(reports))
    Random(0).shuffle(order)
    fold = {report: k % FOLDS for k, report in enumerate(order)}
    scores = [0.0] * len(examples)
    for number in range(FOLDS):
        fitted = learned.Model(_weights(name, [each for each in examples if fold[each.report] != number]))
        for k, each in enumerate(examples):
            if fold[each.report] == number:
                scores[k] = fitted.score(each.features)
    return scores


def _f1(examples: Sequence[Example], chosen: Sequence[bool], gold: int) -> str:
    right = sum(each.right and yes for each, yes in zip(examples, chosen, strict=True))
    read = sum(chosen)
    return f"precision {right / read:.3f}, recall {right / gold:.3f}, F1 {2 * right / (read + gold):.3f}"
