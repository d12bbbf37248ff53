"""What stands beside two names: party, office, rank and time, and what each says for or against one person."""

from dataclasses import dataclass
from datetime import date

from communique import lexicon
from communique.resolve import posts
from communique.resolve.likeness import Reason
from communique.resolve.mentions import Days, PersonForm

PARTY, SLIP_OF_PARTY, FOREIGN = 0.1, -0.08, -0.45
OFFICE: dict[posts.Fit, float] = {"same": 0.2, "fits": 0.12, "level": 0.03, "other": -0.08}
RANK: dict[posts.Fit, float] = {"same": 0.1, "level": 0.03, "other": -0.05}
THIN_AND_OTHER = -0.2  # a family name alone with another office or rank

GAPS = ((7, 0.1), (60, 0.06), (730, 0.03), (15 * 365, 0.0), (30 * 365, -0.1))
"""By days at the most between two reports: what time says; after the last of them, `LONG_AFTER`."""
LONG_AFTER = -0.35
WEEK, FORTNIGHT, NEAR, YEAR = 7, 14, 60, 365


@dataclass(frozen=True, slots=True)
class Beside:
    """What two forms are told with.

    `met`: reports on the one speak of the party of the other; `mixed`: they speak of a third party both. `gap` is the
    days between the reports that name them, None where not known.
    """

    parties: tuple[str | None, str | None]
    met: bool
    mixed: bool
    office: posts.Held
    rank: posts.Held
    gap: int | None

    @property
    def same_party(self) -> bool:
        """Whether both are of one party, or one of them of none known."""
        return None in self.parties or self.parties[0] == self.parties[1]

    @property
    def foreign(self) -> bool:
        """Whether they are of two parties, and nothing says that a report took the one for the other."""
        taken = self.met or (self.mixed and self.gap is not None and self.gap <= FORTNIGHT)
        return not (self.same_party or taken)

    @property
    def strangers(self) -> bool:
        """Whether they are of two parties, and no report could have taken the one for the other, whenever it was."""
        of_one_time = self.gap is not None and self.gap <= FORTNIGHT
        return not (self.same_party or self.met or self.mixed or of_one_time)

    @property
    def near(self) -> bool:
        """Whether reports name them within two months."""
        return self.gap is not None and self.gap <= NEAR

    @property
    def post_fits(self) -> bool:
        """Whether office or rank may be one, and neither office is another."""
        fits = self.office.fit in ("same", "fits") or self.rank.fit == "same"
        return fits and self.office.fit != "other"

    @property
    def one_post(self) -> bool:
        """Whether they may be reported in one office of one party within a year."""
        alike = self.same_party and self.office.fit in ("same", "fits")
        return alike and self.gap is not None and self.gap <= YEAR

    def reasons(self, *, thin: bool) -> list[Reason]:
        """What speaks for and against; `thin` where little of the names is shared, so that a post weighs more."""
        found = [self._party(), self._office(thin=thin), self._rank(thin=thin), self._days()]
        return [each for each in found if each]

    def _party(self) -> Reason | None:
        one, other = self.parties
        if one is None or other is None:
            return None
        if one == other:
            return Reason("people.party", PARTY, f"both of {lexicon.name_of(one)}")
        names = f"{lexicon.name_of(one)}, {lexicon.name_of(other)}"
        if self.foreign:
            return Reason("people.other_party", FOREIGN, f"of two parties ({names})")
        weight = SLIP_OF_PARTY if self.gap is None or self.gap > WEEK else SLIP_OF_PARTY + 0.05
        return Reason("people.party_in_report", weight, f"given to two parties that one report speaks of ({names})")

    def _office(self, *, thin: bool) -> Reason | None:
        weight = OFFICE.get(self.office.fit)
        if weight is None:
            return None
        if self.office.fit == "other" and thin:
            weight = THIN_AND_OTHER
        words = {
            "same": f"same office: {self.office.one}",
            "fits": f"office fits: {self.office.one}, {self.office.other}",
            "level": f"offices of one level: {self.office.one}, {self.office.other}",
        }.get(self.office.fit, f"other offices: {self.office.one}, {self.office.other}")
        return Reason("people.office" if weight > 0 else "people.other_office", weight, words)

    def _rank(self, *, thin: bool) -> Reason | None:
        weight = RANK.get(self.rank.fit)
        if weight is None:
            return None
        if self.rank.fit == "other" and thin and self.gap is not None and self.gap <= YEAR:
            weight = THIN_AND_OTHER
        words = {
            "same": f"same rank: {self.rank.one}",
            "level": f"neighbouring ranks: {self.rank.one}, {self.rank.other}",
        }.get(self.rank.fit, f"other ranks: {self.rank.one}, {self.rank.other}")
        return Reason("people.rank" if weight > 0 else "people.other_rank", weight, words)

    def _days(self) -> Reason | None:
        if self.gap is None:
            return None
        weight = next((each for days, each in GAPS if self.gap <= days), LONG_AFTER)
        if not weight:
            return None
        words = f"reported {self.gap} days apart" if self.gap else "reported on the same day"
        if weight < 0:
            words = f"reported {self.gap // YEAR} years apart"
        return Reason("people.days" if weight > 0 else "people.long_after", weight, words)


def beside(left: PersonForm, right: PersonForm) -> Beside:
    """What two forms are told with, side by side."""
    return Beside(
        parties=(left.party, right.party),
        met=left.party in right.company or right.party in left.company,
        mixed=not set(left.company).isdisjoint(right.company),
        office=posts.offices(left.offices, right.offices),
        rank=posts.ranks(left.ranks, right.ranks),
        gap=_gap(left.seen, right.seen),
    )


def _gap(one: Days | None, other: Days | None) -> int | None:
    """The days between two stretches of time; 0 where they overlap."""
    if one is None or other is None:
        return None
    first, second = sorted((one, other))
    return max(0, (date.fromisoformat(second[0]) - date.fromisoformat(first[1])).days)
