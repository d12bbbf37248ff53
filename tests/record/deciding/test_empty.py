"""Fields that rules miss: how often is kept in a table, and engagements without them are looked through."""

from collections.abc import Callable
from pathlib import Path

import pytest

from communique.errors import LexiconError, RecordError
from communique.record import Record
from communique.record.deciding import misses
from communique.record.deciding.empty import Missing
from communique.record.deciding.misses import OFTEN, SEEN, known_misses

Exports = Callable[[Record], list[str]]


@pytest.fixture
def without_place(record: Record) -> Missing:
    """An engagement of which no report tells the place."""
    kinds = dict.fromkeys(each.kind.value for each in record.engagements())
    return next(found for kind in kinds for found in record.missing(kind, "place"))


def test_the_table_has_misses_worth_a_look() -> None:
    found = known_misses()
    assert found
    assert all(each.empty >= SEEN and OFTEN <= each.share <= 1 for each in found)
    assert [each.share for each in found] == sorted((each.share for each in found), reverse=True)


@pytest.mark.parametrize(
    ("row", "wrong"),
    [("visit mood\t1\t2", "no field"), ("visit start\t3\t2", "missed"), ("visit start\t0\t0", "missed")],
)
def test_a_table_that_cannot_be_is_refused(
    row: str, wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "misses.tsv"
    file.write_text(f"of\tmissed\tempty\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(misses, "MISSES", file)
    with pytest.raises(LexiconError, match=wrong):
        known_misses.__wrapped__()


@pytest.mark.parametrize("field", misses.FIELDS)
def test_those_without_a_field_are_listed(record: Record, field: str) -> None:
    wanted = {(each.id, each.kind.value) for each in record.engagements() if not getattr(each, misses.FIELDS[field])}
    kinds = {each.kind.value for each in record.engagements()}
    found = {(each.of, each.kind) for kind in kinds for each in record.missing(kind, field, limit=1000)}
    assert found == wanted
    with pytest.raises(RecordError, match="there are start"):
        record.missing("visit", "mood")


def test_a_party_restricts_and_a_limit_bounds(record: Record, without_place: Missing) -> None:
    found = record.missing(without_place.kind, "place", party=without_place.parties[0])
    assert without_place in found
    assert all(without_place.parties[0] in each.parties for each in found)
    assert len(record.missing(without_place.kind, "place", limit=1)) == 1
    assert record.missing(without_place.kind, "place", party="none such") == ()


@pytest.mark.parametrize("verdict", ["accept", "unsure"])
def test_what_is_rightly_empty_waits_no_more(
    record: Record, without_place: Missing, exports: Exports, verdict: str
) -> None:
    before = exports(record)
    made = record.decide(verdict, without_place.of, "place")  # type: ignore[arg-type]
    assert (made.value, made.fits) == (None, True)
    assert exports(record) == before
    assert without_place not in record.missing(without_place.kind, "place")
    assert (without_place in record.missing(without_place.kind, "place", unsure=True)) == (verdict == "unsure")
    record.rebuild()
    assert without_place not in record.missing(without_place.kind, "place")
    record.undo(made.id)
    assert without_place in record.missing(without_place.kind, "place")


def test_what_is_found_after_all_is_cited_and_then_told(record: Record, without_place: Missing) -> None:
    said = record.decide("accept", without_place.of, "place")
    report = record.engagement(without_place.of).tellings[0].report
    record.decide("edit", without_place.of, "place", value="Lima", cite=(report, 0, 4))
    place = record.engagement(without_place.of).place
    assert place
    assert (place.value, place.start, place.end) == ("Lima", 0, 4)
    assert without_place not in record.missing(without_place.kind, "place")
    (found,) = (each for each in record.decisions(without_place.of) if each.id == said.id)
    assert found.stands


def test_a_value_that_is_told_is_not_empty(record: Record) -> None:
    placed = next(each for each in record.engagements() if each.place)
    made = record.decide("accept", placed.id, "place")
    assert placed.place
    assert made.value == placed.place.value
    dated = next(each for each in record.engagements() if not each.place)
    with pytest.raises(RecordError, match="is told"):
        record.decide("accept", dated.id, "place", value="Lima")
    with pytest.raises(RecordError, match="is told"):
        record.decide("reject", dated.id, "place")
