"""The record: reports, their readings, and what follows from them, in one SQLite file. The only room with state.

    with Record("communique.db") as record:
        record.add(report, reading)
        for engagement in record.engagements(EngagementFilter(parties=("AZ", "IR"))):
            ...

Invariant: a report, its reading and all rows derived from them are written in one transaction or not at all.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from communique.reading import Reading
from communique.record.deciding.overruling import Overruling
from communique.record.entries import (
    Body,
    BodyLine,
    Counts,
    Decided,
    Engagement,
    Mention,
    Person,
    PersonLine,
    ReportLine,
    Statement,
    StoredReport,
    Told,
)
from communique.record.filters import (
    BodyFilter,
    DocumentFilter,
    EngagementFilter,
    PersonFilter,
    ReportFilter,
    StatementFilter,
)
from communique.record.growing import adding, rebuilding, rereading
from communique.record.growing.adding import Added
from communique.record.listed import Listed
from communique.record.listing import Listing
from communique.record.looking import bodies, engagements, people, reports, statements
from communique.record.opening import open_record, told_plainly, writing
from communique.record.questions.answering import Answering
from communique.record.questions.hindsight import Hindsight
from communique.record.watching import Watch
from communique.report import Report

__all__ = [
    "Body",
    "BodyFilter",
    "BodyLine",
    "Counts",
    "Decided",
    "DocumentFilter",
    "Engagement",
    "EngagementFilter",
    "Listed",
    "Mention",
    "Person",
    "PersonFilter",
    "PersonLine",
    "Record",
    "ReportFilter",
    "ReportLine",
    "Statement",
    "StatementFilter",
    "StoredReport",
    "Told",
]

GROUP = 20  # reports in one transaction of `add_all`: twice the rate of one each, and 50 gain nothing more


class Record(Overruling, Listing, Answering, Hindsight):
    """A record opened for adding and asking, or with `read_only` for asking alone.

    A missing file is made anew, unless `read_only` or not to `make`. Raises NotARecord where the file is another,
    NewerRecord where a later version wrote it, RecordReadOnly where it would have to be written and cannot be,
    RecordError where there is no file to read; the file is then as it was.
    """

    def __init__(self, path: str | PathLike[str], *, read_only: bool = False, make: bool = True) -> None:
        self.path = Path(path)
        self._engine = open_record(self.path, read_only=read_only, make=make)
        self._watch = Watch(self._engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._watch.close()
        self._engine.dispose()

    def changes(self) -> int:
        """A number that is another one after anything was written to the record, by this or any other process.

        It takes some microseconds, and tells nothing beside those of the same `Record`.
        """
        with told_plainly(self.path):
            return self._watch.changes()

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        """One transaction: every answer is of one moment, whoever else is writing."""
        with told_plainly(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told_plainly(self.path), writing(self._engine).begin() as connection:
            yield connection

    # Adding

    def knows(self, report: Report) -> bool:
        """Whether this text is in the record under this id, so that there is nothing left to read.

        Raises RecordError where the id stands for another text.
        """
        with self._asking() as connection:
            return adding.known(connection, report).under_this_id

    def add(self, report: Report, reading: Reading) -> bool:
        """Store a report with its reading; False where the text was known (a new id for it is kept as an alias).

        Raises RecordError where the id stands for another text, FalseCitation where the reading cites words the
        report does not have, RecordFull and RecordReadOnly; nothing is then written.
        """
        (added,) = self.add_each([(report, reading)])
        if isinstance(added, bool):
            return added
        raise added

    def add_each(self, pairs: Sequence[tuple[Report, Reading]]) -> list[Added]:
        """Store reports with their readings in one transaction; of each whether it was new, or why it was refused.

        Joined together they cost less than one by one, and come out the same; a few dozen at a time are enough.
        Raises RecordFull and RecordReadOnly; nothing is then written.
        """
        with self._writing() as connection:
            return list(adding.add_each(connection, pairs))

    def add_all(self, pairs: Iterable[tuple[Report, Reading]]) -> int:
        """Add report after report, a few in one transaction; how many were new.

        Faster than `add` where readings are ready. Stopped anywhere, doing it again completes it. Raises what
        `add` does, once those that came with the report concerned are stored.
        """
        remaining = iter(pairs)
        added = 0
        while group := list(islice(remaining, GROUP)):  # taken first: reading them must not hold up other writers
            for each in self.add_each(group):
                if not isinstance(each, bool):
                    raise each
                added += each
        return added

    def reread(self, id: str, reading: Reading) -> bool:  # noqa: A002
        """Make this the current reading of a report that is in the record; False where it is so already.

        The older reading stays, and ids that followed from it lead to what took their place. Raises NotInRecord where
        there is no such report, FalseCitation where the reading cites words it does not have, RecordFull and
        RecordReadOnly; nothing is then written.
        """
        with self._writing() as connection:
            return rereading.reread(connection, id, reading)

    def read_otherwise(self, reader: str) -> list[str]:
        """The ids of the reports whose current reading was made by another reader than this, e.g. `rules-0.3`."""
        with self._asking() as connection:
            return rereading.read_otherwise(connection, reader)

    def rebuild(self, *, tick: Callable[[str], None] | None = None) -> int:
        """Make all that is derived anew from reports, readings and decisions; from how many reports.

        In one transaction: stopped anywhere, the record is as it was. `tick` is called now and then with the word for
        what is being made.
        """
        with self._writing() as connection:
            return rebuilding.rebuild(connection, tick=tick)

    # Asking. Unknown ids and names raise NotInRecord, which names the nearest ones there are.

    def counts(self) -> Counts:
        """How much the record holds, and from which day to which."""
        with self._asking() as connection:
            return reports.counts(connection)

    def reports(
        self,
        *,
        text: str | None = None,
        publisher: str | None = None,
        month: str | None = None,
        limit: int | None = None,
        after: int = 0,
    ) -> list[ReportLine]:
        """The reports by day and id; with `text`, those that have all its words (`"…"` for a phrase).

        `publisher` is that of an outlet as its reports name it, `month` a month or year (`2017-10`, `2017`); `limit`
        of them, `after` so many.
        """
        with self._asking() as connection:
            asked = ReportFilter(text=text, outlet=publisher, month=month, limit=limit, after=after)
            return reports.find(connection, asked)

    def report(self, id: str) -> StoredReport:  # noqa: A002
        """The report of this id (or alias) with its reading."""
        with self._asking() as connection:
            return reports.get(connection, id)

    def text(self, id: str) -> Report:  # noqa: A002
        """The report of this id (or alias) without its reading."""
        with self._asking() as connection:
            return reports.text(connection, id)

    def readings(self) -> Iterator[StoredReport]:
        """Every report with its reading, in order of id."""
        with self._asking() as connection:
            yield from reports.stream(connection)

    def engagements(self, asked: EngagementFilter | None = None) -> list[Engagement]:
        """The engagements asked for, by first day (undated last), then report."""
        with self._asking() as connection:
            return engagements.find(connection, asked or EngagementFilter())

    def each_engagement(self) -> Iterator[Engagement]:
        """Every engagement in the order of `engagements()`, a few in memory at a time."""
        with self._asking() as connection:
            yield from engagements.stream(connection, EngagementFilter())

    def engagement(self, id: str) -> Engagement:  # noqa: A002
        """The engagement of this id (`E-…`); the id of any of its accounts leads to it."""
        with self._asking() as connection:
            return engagements.get(connection, id)

    def accounts(self, id: str) -> list[Engagement]:  # noqa: A002
        """The accounts of an engagement, each as if it were the only one that tells of it, by the day of its report."""
        with self._asking() as connection:
            return engagements.accounts(connection, id)

    def people(self, *, text: str | None = None, party: str | None = None) -> list[PersonLine]:
        """The people by name; `text` is looked for in their names, ranks and offices."""
        with self._asking() as connection:
            return people.find(connection, PersonFilter(text=text, party=party))

    def person(self, id_or_name: str) -> Person:
        """The person of this id (`P-…`) or name, with names as written, postings, engagements and statements."""
        with self._asking() as connection:
            return people.get(connection, id_or_name)

    def bodies(self, *, text: str | None = None, parties: Sequence[str] = ()) -> list[BodyLine]:
        """The bodies by name; those of all `parties`; `text` is looked for in their names."""
        with self._asking() as connection:
            return bodies.find(connection, BodyFilter(text=text, parties=tuple(parties)))

    def each_body(self) -> Iterator[Body]:
        """Every body as `body` has it, in the order of `bodies()`, a few in memory at a time."""
        with self._asking() as connection:
            yield from bodies.stream(connection)

    def body(self, id_or_name: str) -> Body:
        """The body of this id (`B-…`) or name, with its sessions, heads, aliases and areas."""
        with self._asking() as connection:
            return bodies.get(connection, id_or_name)

    def statements(
        self,
        *,
        speaker: str | None = None,
        party: str | None = None,
        text: str | None = None,
        verb: str | None = None,
    ) -> list[Statement]:
        """What was said, by the day of its report; `speaker` is a person's id, or words of a name or office.

        `text` are words of what was said, `verb` is the verb of saying or its beginning.
        """
        with self._asking() as connection:
            asked = StatementFilter(speaker=speaker, party=party, text=text, verb=verb)
            return statements.find(connection, asked)

    def each_statement(self) -> Iterator[Statement]:
        """Every statement in the order of `statements()`, a few in memory at a time."""
        with self._asking() as connection:
            yield from statements.stream(connection)

    def mentions(self) -> Iterator[Mention]:
        """Every mention of an engagement, person or body, by kind, report and place in it."""
        with self._asking() as connection:
            yield from reports.mentions(connection)

    def digest(self) -> str:
        """SHA-256 of all that was taken in, as hexadecimal digits: what to cite a record by."""
        with self._asking() as connection:
            return reports.digest(connection)
