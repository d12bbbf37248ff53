"""What of a `Record` takes decisions: each, with all that follows from it, in one transaction."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection

from communique.record.deciding import acts, at_once, empty
from communique.record.deciding import latest as lately
from communique.record.deciding import moving as moved
from communique.record.deciding import waiting as found
from communique.record.deciding.choosing import Cite
from communique.record.entries import Decided
from communique.resolve.decisions import Verdict
from communique.resolve.fields import Value


class Overruling:
    """Deciding, undoing, and the history, on whatever gives transactions."""

    def _writing(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def _asking(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def decide(
        self,
        verdict: Verdict,
        *what: str,
        account: str | None = None,
        value: Value | None = None,
        cite: Cite | None = None,
        at: Cite | None = None,
        why: str | None = None,
        by: str | None = None,
    ) -> Decided:
        """Add a decision: `by` whom (else COMMUNIQUE_USER, else the system's user), `why`, and what was shown.

        `same`, `different` or `unsure` and two ids; `different`, an engagement and one `account` of it (`REPORT` or
        `REPORT#E1`); `accept`, `reject`, `unsure` or `edit`, an id and a field, with a `value` and, for an edit, the
        words to `cite` (report, start, end), on that value alone that stands `at` words (the same) where they are
        given; `revoke` and a rule, `RULE` or `RULE@VERSION`. Raises NotInRecord for an unknown id, FalseCitation for
        words that are not there, RecordError for what cannot be decided; nothing is then written.
        """
        with self._writing() as connection:
            return acts.decide(
                connection, verdict, what, account=account, value=value, cite=cite, at=at, why=why, by=by
            )

    def decide_all(
        self,
        verdict: Verdict,
        what: Sequence[found.Doubt | found.Alike],
        *,
        why: str | None = None,
        by: str | None = None,
    ) -> at_once.Together:
        """Decide alike on much of what waits, in one group that one `undo` takes back.

        `accept`, `reject` or `unsure` of values (`doubts`), `same`, `different` or `unsure` of pairs (`alike`); what
        cannot be decided so is left out, and said. Raises RecordError where there are more than 250.
        """
        with self._writing() as connection:
            return at_once.decide_all(connection, verdict, what, why=why, by=by)

    def undo(self, id: str, *, why: str | None = None, by: str | None = None) -> Decided:  # noqa: A002
        """Take back one decision, which may be an undo, or a group of them (`G-…`).

        Raises NotInRecord where there is none such, RecordError where it is taken back already.
        """
        with self._writing() as connection:
            return acts.undo(connection, id, why=why, by=by)

    def decisions(self, id: str | None = None) -> list[Decided]:  # noqa: A002
        """The decisions in the order in which they were made; with an id, those about what it stands for."""
        with self._asking() as connection:
            return acts.history(connection, id)

    def latest_decisions(
        self, *, by: str | None = None, verdict: Verdict | None = None, limit: int = 50, skip: int = 0
    ) -> lately.Latest:
        """The decisions that somebody made, of a verdict, the latest first, and how many there are."""
        with self._asking() as connection:
            return lately.latest(connection, by=by, verdict=verdict, limit=limit, skip=skip)

    def unfit(self) -> list[Decided]:
        """The decisions that stand, and whose words stand for nothing in a current reading."""
        with self._asking() as connection:
            return acts.unfit(connection)

    def waiting(self) -> found.Waiting:
        """How much is worth a look and not decided, but for values."""
        with self._asking() as connection:
            return found.waiting(connection)

    def alike(
        self, kind: str, *, rule: str | None = None, limit: int = 50, skip: int = 0, unsure: bool = False
    ) -> tuple[found.Alike, ...]:
        """What may be one (`kind`: engagement, person, body), is not, and nobody decided on; the most alike first.

        Or those of which whoever decided last was `unsure`.
        """
        with self._asking() as connection:
            return found.alike(connection, kind, rule=rule, limit=limit, skip=skip, unsure=unsure)

    def unsure(self, *, limit: int = 50, skip: int = 0) -> tuple[found.Doubt, ...]:
        """The values of `limit` decisions by which somebody said last that they were unsure, the latest first."""
        with self._asking() as connection:
            return found.unsure(connection, limit=limit, skip=skip)

    def doubts(
        self,
        *,
        below: float = found.UNLIKELY,
        rule: str | None = None,
        outlet: str | None = None,
        party: str | None = None,
        before: int | None = None,
    ) -> found.Doubts:
        """Values scored `below` that nobody ruled on, in the next hundred reports, the last taken in first.

        Of reports of this `outlet`, or that tell of this `party`; `before` is `further` of the answer to go on from.
        """
        with self._asking() as connection:
            return found.doubts(connection, below=below, rule=rule, outlet=outlet, party=party, before=before)

    def missing(
        self,
        kind: str,
        field: str,
        *,
        party: str | None = None,
        limit: int = 50,
        skip: int = 0,
        unsure: bool = False,
    ) -> tuple[empty.Missing, ...]:
        """Engagements of a kind, of this `party`, without a field of `misses.FIELDS`, and nobody said it is empty.

        The latest first; or those of which whoever decided last was `unsure`. `misses.known_misses` has the kinds and
        fields that are worth a look.
        """
        with self._asking() as connection:
            return empty.missing(connection, kind, field, party=party, limit=limit, skip=skip, unsure=unsure)

    def beside(self, left: str, right: str) -> dict[str, Any]:
        """Two engagements, people or bodies side by side, as they are kept with a decision on them."""
        with self._asking() as connection:
            return found.beside(connection, left, right)

    def moving(self, left: str, right: str) -> moved.Moving:
        """What would move if two engagements, people or bodies were one, or, where they are one, if they were two."""
        with self._asking() as connection:
            return moved.moving(connection, left, right)

    def parts(self, id: str) -> tuple[moved.Part, ...]:  # noqa: A002
        """What an engagement, person or body is joined of: accounts, or names that are told apart."""
        with self._asking() as connection:
            return moved.parts(connection, id)
