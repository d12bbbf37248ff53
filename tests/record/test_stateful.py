"""Whatever is done to a record in whatever order, it is the record made at once of what it holds in the end."""

import os
import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from communique.errors import NotInRecord
from communique.reading import Account, Body, Link, Masthead, Participant, Person, Reading, Statement
from communique.record import Record, kinds
from communique.report import Cited, Report
from communique.resolve.likeness import Likeness, Reason, likeness
from communique.resolve.mentions import AccountMention, BodyForm, PersonForm

Exports = Callable[[Record], list[str]]

NAMES = ("Ana Lee", "Ana K. Lee", "Lee", "Ben Lee", "Kim", "Carl Kim")
BODIES = ("Joint Group", "Joint Working Group", "Committee")
DAYS = ("2019-05-03", "2019-05-04", "2019-05", None)
TRIGGERS = ("met", "held talks", "received")
TEXT = "Report {n} of {day}. " + ", ".join(NAMES) + ": " + ", ".join(BODIES) + " " + ", ".join(TRIGGERS) + ". End."
REPORTS = 6
GONE = "words that no reading stands on any more"
EXAMPLES = int(os.environ.get("COMMUNIQUE_STATEFUL", "10"))


def report(n: int) -> Report:
    day = (None, "2019-05-05", "2019-05-06")[n % 3]
    return Report(f"r{n}", TEXT.format(n=n, day=day), published=day)


def reading(told: Report, seed: int) -> Reading:
    """One of many readings of a report: who met, in which body, when, by which words."""
    chance = random.Random(f"{told.id} {seed}")

    def cite(words: str, value: Any = None) -> Cited[Any]:
        start = told.text.index(words)
        return Cited(told.text, start, start + len(words), value=value or words, rule="test.hand")

    def participant(name: str) -> Participant:
        return Participant(name=cite(name), party=cite(name, chance.choice(("NO", "FI"))), office=(cite("Report"),))

    def account(nth: int, trigger: str) -> Account:
        day = chance.choice(DAYS)
        body = chance.choice((*BODIES, None))
        return Account(
            id=f"E{nth}",
            kind=cite(trigger, chance.choice(("meeting", "session"))),
            status=cite(trigger, chance.choice(("held", "planned"))),
            trigger=cite(trigger),
            start=cite("Report", day) if day else None,
            undated=None if day else "not reported",
            body=cite(body) if body else None,
            participants=tuple(participant(each) for each in chance.sample(NAMES, 2)),
            topics=(cite("End"),),
        )

    accounts = tuple(account(nth, each) for nth, each in enumerate(chance.sample(TRIGGERS, chance.randint(1, 3)), 1))
    people = tuple(
        Person(id=f"P{nth}", name=cite(each), party=cite(each, chance.choice(("NO", "FI"))))
        for nth, each in enumerate(chance.sample(NAMES, 2), 1)
    )
    bodies = (Body(id="B1", name=cite(chance.choice(BODIES)), aliases=(cite("Committee"),)),)
    links = (Link(from_id="E1", to_id="B1", relation="established_by", evidence=cite("End")),)
    said = Statement(speaker=cite(chance.choice(NAMES)), verb=cite("of"), content=cite("End"))
    return Reading(
        report=Masthead(id=told.id, published=told.published),
        reader=f"test-{seed}",
        engagements=accounts,
        people=people,
        bodies=bodies,
        statements=(said,),
        links=links,
    )


class Toy:
    """A resolver that joins much, on thin grounds that change as more is told: what joining must bear."""

    VERSION = "toy"

    def __init__(self, name: str, like: Callable[[Any, Any], float], keys: Callable[[Any], set[str]]) -> None:
        self.name, self.like, self.keyed = name, like, keys

    def keys(self, node: Any, /) -> frozenset[str]:
        return frozenset(self.keyed(node))

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
        for each in ("VERSION", "keys", "compare", "apart"):
            monkeypatch.setattr(kinds.KINDS[name].resolver, each, getattr(toy, each))


class Records(RuleBasedStateMachine):
    """A record to which things are done, and what it must hold after them."""

    exports: Exports

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.record = Record(Path(self.folder.name) / "a.db")
        self.holds: dict[int, int] = {}
        self.shown: set[str] = set()
        self.reread_once = False

    def teardown(self) -> None:
        self.it_is_the_record_made_at_once()
        self.record.close()
        self.folder.cleanup()

    @rule(n=st.integers(0, REPORTS - 1), seed=st.integers(0, 20))
    def read(self, n: int, seed: int) -> None:
        told = report(n)
        assert self.record.add(told, reading(told, seed)) == (n not in self.holds)
        self.holds.setdefault(n, seed)

    @precondition(lambda self: self.holds)
    @rule(data=st.data(), seed=st.integers(0, 20))
    def reread(self, data: st.DataObject, seed: int) -> None:
        n = data.draw(st.sampled_from(sorted(self.holds)))
        changed = self.record.reread(f"r{n}", reading(report(n), seed))
        assert changed == (self.holds[n] != seed)
        self.holds[n] = seed
        self.reread_once = True

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
            return GONE if self.reread_once and "no longer tells of it" in str(error) else str(error)

    def it_is_the_record_made_at_once(self) -> None:
        with TemporaryDirectory() as folder, Record(Path(folder) / "b.db") as other:
            for n in sorted(self.holds, reverse=True):
                other.add(report(n), reading(report(n), self.holds[n]))
            assert self.exports(other) == self.exports(self.record)


@pytest.mark.usefixtures("toys")
def test_whatever_is_done_it_is_the_record_of_what_it_holds(exports: Exports) -> None:
    class Told(Records):
        def __init__(self) -> None:
            self.exports = exports
            super().__init__()

    run_state_machine_as_test(
        Told,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=10,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink a failure takes minutes
        ),
    )


@pytest.mark.usefixtures("toys")
def test_the_toys_do_join(tmp_path: Path) -> None:
    with Record(tmp_path / "a.db") as record:
        for n in range(REPORTS):
            record.add(report(n), reading(report(n), 1))
        assert max(len(each.tellings) for each in record.engagements()) > 1
        assert (
            record.counts().people
            < len({each.value for person in record.people() for each in record.person(person.id).names}) * 2
        )
