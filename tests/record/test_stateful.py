"""Whatever is done to a record in whatever order, it is the record made at once of what it holds in the end."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from communique.errors import CommuniqueError, NotInRecord, RecordError
from communique.reading import Reading
from communique.record import Record
from communique.record.store import kinds
from communique.report import Report
from communique.resolve.decisions import Verdict
from communique.resolve.likeness import Likeness, Reason, likeness
from communique.resolve.mentions import AccountMention, BodyForm, PersonForm

Exports = Callable[[Record], list[str]]
Variant = Callable[[int, int], tuple[Report, Reading]]

WRITTEN: dict[str, list[tuple[Verdict, str | None]]] = {
    "place": [("edit", "Narvik"), ("accept", None), ("reject", None)],
    "start": [("edit", "2019-05-03"), ("edit", "2019"), ("accept", None), ("reject", None)],
    "status": [("edit", "held"), ("edit", "cancelled"), ("accept", None)],
    "body": [("edit", "Joint Group"), ("reject", None)],
    "topic": [("edit", "training"), ("reject", None)],
    "participant": [("reject", None), ("reject", "Lee")],
}
REPORTS = 6
GONE = "words that no reading stands on any more"
EXAMPLES = int(os.environ.get("COMMUNIQUE_STATEFUL", "10"))


class Toy:
    """A resolver that joins much, on thin grounds that change as more is told: what joining must bear."""

    VERSION = "toy"

    def __init__(self, name: str, like: Callable[[Any, Any], float], keys: Callable[[Any], set[str]]) -> None:
        self.name, self.like, self.keyed = name, like, keys

    def keys(self, node: Any, /) -> frozenset[str]:
        return frozenset(self.keyed(node))

    def sought(self, node: Any, /) -> frozenset[str]:
        return self.keys(node)

    def compare(self, left: Any, right: Any, /) -> Likeness:
        score = self.like(left, right)
        return likeness(left.id, right.id, score, [Reason(f"{self.name}.toy", score, "toy")])

    def apart(self, left: Any, right: Any, /) -> bool:
        if isinstance(left, PersonForm):
            return len({left.folded[0], right.folded[0]} - {"l", "k"}) > 1
        if isinstance(left, AccountMention):
            return bool(left.report == right.report)
        return False


def like_people(left: PersonForm, right: PersonForm) -> float:
    alike = left.folded.split()[-1] == right.folded.split()[-1]
    seen = len({left.seen, right.seen}) == 1
    return (
        0.4 * alike + 0.1 * (left.party == right.party) + 0.2 * seen + 0.1 * (len(left.offices) == len(right.offices))
    )


def like_bodies(left: BodyForm, right: BodyForm) -> float:
    shared = set(left.folded.split()) & set(right.folded.split())
    return 0.2 * len(shared) + 0.2 * (left.parties == right.parties) + 0.1 * (len(left.met) == len(right.met))


def like_accounts(left: AccountMention, right: AccountMention) -> float:
    days = left.days is not None and left.days == right.days
    return 0.4 * days + 0.15 * len(left.parties & right.parties) + 0.2 * (left.trigger == right.trigger)


def by_name(node: Any) -> set[str]:
    return set(node.folded.split())


TOYS = {
    "person": Toy("people", like_people, by_name),
    "body": Toy("bodies", like_bodies, by_name),
    "engagement": Toy("engagements", like_accounts, lambda node: set(node.parties) | {node.trigger}),
}


@pytest.fixture
def toys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kinds judged by toy resolvers."""
    for name, toy in TOYS.items():
        for each in ("VERSION", "keys", "sought", "compare", "apart"):
            monkeypatch.setattr(kinds.KINDS[name].resolver, each, getattr(toy, each))


def copy_decisions(from_: Path, to: Path) -> None:
    connection = sqlite3.connect(to)
    connection.execute("ATTACH ? AS other", (str(from_),))
    connection.execute("INSERT INTO main.decisions SELECT * FROM other.decisions ORDER BY seq")
    connection.commit()
    connection.close()


class Records(RuleBasedStateMachine):
    """A record to which things are done, and what it must hold after them."""

    exports: Exports
    variant: Variant

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.record = Record(Path(self.folder.name) / "a.db")
        self.holds: dict[int, int] = {}
        self.shown: set[str] = set()
        self.may_lose = False

    def teardown(self) -> None:
        self.it_is_the_record_made_at_once()
        self.record.close()
        self.folder.cleanup()

    @rule(n=st.integers(0, REPORTS - 1), seed=st.integers(0, 20))
    def read(self, n: int, seed: int) -> None:
        assert self.record.add(*self.variant(n, seed)) == (n not in self.holds)
        self.holds.setdefault(n, seed)

    @precondition(lambda self: self.holds)
    @rule(data=st.data(), seed=st.integers(0, 20))
    def reread(self, data: st.DataObject, seed: int) -> None:
        n = data.draw(st.sampled_from(sorted(self.holds)))
        changed = self.record.reread(f"r{n}", self.variant(n, seed)[1])
        assert changed == (self.holds[n] != seed)
        self.holds[n] = seed
        self.may_lose = True

    @precondition(lambda self: self.holds)
    @rule(data=st.data(), verdict=st.sampled_from(("same", "different", "unsure")), kind=st.sampled_from("EPB"))
    def decide(self, data: st.DataObject, verdict: Any, kind: str) -> None:
        ids = sorted({each for each in self.shown if each[0] == kind})
        left, right = (data.draw(st.sampled_from(ids)) for _ in range(2)) if ids else ("", "")
        try:
            self.record.decide(verdict, left, right, by="somebody")
        except CommuniqueError:
            return  # what is one thing by now, or is no longer read, cannot be decided on

    @precondition(lambda self: self.holds)
    @rule(field=st.sampled_from(["place", "start", "status", "body", "topic", "participant"]), data=st.data())
    def decide_on_an_engagement(self, field: str, data: st.DataObject) -> None:
        engagement = data.draw(st.sampled_from(self.record.engagements()))
        verdict, value = data.draw(st.sampled_from(WRITTEN[field]))
        here = engagement.tellings[0]
        cite = (here.report, 0, 6) if verdict == "edit" and data.draw(st.booleans()) else None
        self.say(verdict, engagement.id, field, value=value, cite=cite)

    @precondition(lambda self: self.holds)
    @rule(data=st.data())
    def decide_on_a_name(self, data: st.DataObject) -> None:
        named = [*(each.id for each in self.record.people()), *(each.id for each in self.record.bodies())]
        field, value = data.draw(st.sampled_from([("name", "Ann Other"), ("party", "SE"), ("name", "Ana Lee")]))
        self.say("edit", data.draw(st.sampled_from(named)), field, value=value)

    def say(self, verdict: Verdict, *what: str, **more: Any) -> None:
        """Decide where that can be decided: a field may have no value, or several."""
        before = self.exports(self.record)
        try:
            made = self.record.decide(verdict, *what, **more, by="desk")
        except RecordError:
            assert self.exports(self.record) == before
        else:
            assert made.fits
            self.may_lose = True

    @precondition(lambda self: self.record.counts().engagements)
    @rule(data=st.data())
    def revoke(self, data: st.DataObject) -> None:
        toy = data.draw(st.sampled_from(["people.toy", "bodies.toy", "engagements.toy@toy"]))
        with suppress(NotInRecord):  # nothing was like anything by that rule
            self.record.decide("revoke", toy, by="desk")

    @precondition(lambda self: any(each.stands for each in self.record.decisions()))
    @rule(data=st.data())
    def undo_and_undo_that(self, data: st.DataObject) -> None:
        before = self.exports(self.record)
        standing = [each.id for each in self.record.decisions() if each.stands]
        undone = self.record.undo(data.draw(st.sampled_from(standing)), by="desk")
        self.record.undo(undone.id, by="desk")
        assert self.exports(self.record) == before

    @precondition(lambda self: self.holds)
    @rule(verdict=st.sampled_from(("accept", "reject", "unsure")), taken_back=st.booleans())
    def decide_at_once(self, verdict: Verdict, *, taken_back: bool) -> None:
        before = self.exports(self.record)
        some = [each for each in self.record.doubts(below=1.1).entries if each.field in ("start", "topic")][:4]
        made = self.record.decide_all(verdict, some, by="desk")
        self.may_lose = True
        if made.id and taken_back:
            self.record.undo(made.id, by="desk")
            assert self.exports(self.record) == before

    @precondition(lambda self: self.record.decisions())
    @rule(data=st.data())
    def undo_a_group(self, data: st.DataObject) -> None:
        groups = sorted({each.group for each in self.record.decisions() if each.group})
        with suppress(CommuniqueError):
            self.record.undo(data.draw(st.sampled_from(groups or [""])), by="somebody")

    @precondition(lambda self: self.record.decisions())
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        made = data.draw(st.sampled_from([each.id for each in self.record.decisions()]))
        with suppress(CommuniqueError):
            self.record.undo(made, by="somebody")

    @rule()
    def rebuild(self) -> None:
        before = self.exports(self.record)
        assert self.record.rebuild() == len(self.holds)
        assert self.exports(self.record) == before

    @rule()
    def open_anew(self) -> None:
        self.record.close()
        self.record = Record(self.record.path)

    @invariant()
    def ids_once_shown_resolve(self) -> None:
        self.shown |= {each.id for each in self.record.mentions()}
        ways: dict[str, Callable[[str], Any]] = {
            "E": self.record.engagement,
            "P": self.record.person,
            "B": self.record.body,
        }
        now = {each.id for each in self.record.mentions()}
        for each in self.shown:
            assert self.leads(ways[each[0]], each) in {*now, GONE}

    def leads(self, way: Callable[[str], Any], id: str) -> str:  # noqa: A002
        try:
            return str(way(id).id)
        except NotInRecord as error:
            return GONE if self.may_lose and "no longer tells of it" in str(error) else str(error)

    def it_is_the_record_made_at_once(self) -> None:
        with TemporaryDirectory() as folder, Record(Path(folder) / "b.db") as other:
            for n in sorted(self.holds, reverse=True):
                other.add(*self.variant(n, self.holds[n]))
            copy_decisions(self.record.path, other.path)
            other.rebuild()
            assert self.exports(other) == self.exports(self.record)


@pytest.mark.usefixtures("toys")
def test_whatever_is_done_it_is_the_record_of_what_it_holds(exports: Exports, variant: Variant) -> None:
    class Told(Records):
        def __init__(self) -> None:
            self.exports, self.variant = exports, variant
            super().__init__()

    run_state_machine_as_test(
        Told,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=14,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink a failure takes minutes
        ),
    )


@pytest.mark.usefixtures("toys")
def test_the_toys_do_join(tmp_path: Path, variant: Variant) -> None:
    with Record(tmp_path / "a.db") as record:
        for n in range(REPORTS):
            record.add(*variant(n, 1))
        assert max(len(each.tellings) for each in record.engagements()) > 1
        assert (
            record.counts().people
            < len({each.value for person in record.people() for each in record.person(person.id).names}) * 2
        )
