"""How a record joins the reports of several outlets may not fall below joining.toml."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import pytest
from bench.truth import matched

from communique.evaluate import load_reports
from communique.evaluate.floors import find_file
from communique.evaluate.joining import KINDS, load_truth, score_joining
from communique.reader.many import read_many
from communique.reading import JSON, Reading
from communique.record import EngagementFilter, Record
from communique.record.entries import to_json
from communique.report import Report
from communique.resolve.accounts import account_mentions
from communique.resolve.agreement import Field

FOLDERS = (Path(__file__).parent, Path(__file__).parents[2].parent / "shared" / "gold")
SETS: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("joining.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Set:
    """A set of reports as a record joins it: its truth, its floors, and the record with its readings."""

    truth: JSON
    wanted: dict[str, Any]
    record: Record
    pairs: list[tuple[Report, Reading]]


@pytest.fixture(scope="module", params=SETS)
def joined(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Set]:
    wanted = SETS[request.param]
    reports, truth = (find_file(wanted[file], FOLDERS) for file in ("reports", "truth"))
    if not (reports.exists() and truth.exists()):
        pytest.skip(f"needs ../shared/gold/{wanted['reports']} and {wanted['truth']}")
    pairs = []
    with Record(tmp_path_factory.mktemp("joined") / "joined.db") as record:
        for report, reading in read_many(load_reports(reports)):
            assert isinstance(reading, Reading), reading
            record.add(report, reading)
            pairs.append((report, reading))
        yield Set(load_truth(truth), wanted, record, pairs)


def test_what_belongs_together_is_joined_and_nothing_else(joined: Set) -> None:
    scores = score_joining(joined.truth, (to_json(each) for each in joined.record.mentions()))
    for kind in KINDS:
        assert scores.kinds[kind].f1 >= joined.wanted["floors"][kind], f"{kind}: {scores.kinds[kind]}"
    assert len(scores.wrongly_joined) <= joined.wanted["wrongly_joined"], scores.wrongly_joined


def test_what_accounts_contradict_each_other_in_is_shown(joined: Set) -> None:
    """Of the contradictions in the truth whose accounts were read and are one; what is shown beyond them is counted."""
    known = conflicts(joined)
    print(known)  # noqa: T201 - pytest -rP shows it
    assert len(known.shown) >= joined.wanted["conflicts"] * known.could_be, known
    assert len(known.beyond) <= joined.wanted["conflicts_beyond"], known


@dataclass(frozen=True)
class Conflicts:
    """The contradictions of the truth that could be shown, those that are, and what is shown beyond them."""

    could_be: int
    shown: list[str]
    missed: list[str]
    beyond: list[str]


def conflicts(joined: Set) -> Conflicts:
    read = {
        mention.id: (report.id, account)
        for report, reading in joined.pairs
        for mention, account in zip(account_mentions(report, reading), reading.engagements, strict=True)
    }
    matches = matched(joined.truth, {report.id: report.text for report, _ in joined.pairs}, read)
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))  # truth's key: whole: reports
    for key, node in matches:
        if node:
            told[key][joined.record.engagement(node).id].add(read[node][0])
    shown: list[str] = []
    missed: list[str] = []
    rightly: set[tuple[str, Field]] = set()
    for engagement in joined.truth["engagements"]:
        for conflict in engagement["conflicts"]:
            sides = [set(reports) for reports in conflict["values"].values()]
            wholes = [
                whole
                for whole, reports in told[engagement["key"]].items()
                if sum(bool(side & reports) for side in sides) > 1
            ]
            conflicting = [(whole, each) for whole in wholes for each in joined.record.engagement(whole).conflicts]
            right = {(whole, each) for whole, each in conflicting if _is(each, conflict)}
            rightly |= right
            if wholes:
                (shown if right else missed).append(f"{engagement['key']} {conflict['field']}")
    beyond = [
        f"{each.id} {field.name}: {' / '.join(str(value.value) for value in field.values)}"
        for each in joined.record.engagements(EngagementFilter(conflicts=True))
        for field in each.conflicts
        if (each.id, field) not in rightly
    ]
    return Conflicts(len(shown) + len(missed), shown, missed, beyond)


DAYS = frozenset({"start", "end"})  # of an encounter of one day a report may tell either


def _is(field: Field, conflict: JSON) -> bool:
    """Whether a field in conflict is this one: reports that truly differ stand on two sides of it."""
    if field.name != conflict["field"] and not DAYS.issuperset({field.name, conflict["field"]}):
        return False
    if conflict.get("party") not in (None, field.party):
        return False
    sides = [frozenset(voucher.report for voucher in value.vouchers) for value in field.values]
    wanted = [frozenset(reports) for reports in conflict["values"].values()]
    return any(
        some & one and others & other
        for some, others in permutations(sides, 2)
        for one, other in combinations(wanted, 2)
    )
