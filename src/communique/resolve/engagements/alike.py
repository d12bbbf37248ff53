"""Whether two who take part may be one: by name, and by office where there is no name."""

from functools import lru_cache

from communique.lexicon import naming
from communique.resolve import posts
from communique.resolve.levels import level_of
from communique.resolve.mentions import Taking
from communique.resolve.names import Match, Name, match, parse, skeleton
from communique.resolve.names.blocks import customs

REMEMBERED = 50_000

FULL, WITH_INITIAL, NEARLY, FAMILY_FITS, FAMILY_ALONE, STRANGERS = 1.0, 0.9, 0.8, 0.7, 0.5, 0.0


def names_alike(left: Taking, right: Taking) -> float:
    """How far two people may be one: 1 of one name, about 0.5 by the family name alone, 0 two."""
    if not left.name or not right.name:
        return STRANGERS
    alike = _alike(left.name, left.party, right.name, right.party)
    if alike != FAMILY_ALONE:
        return alike
    fits = {posts.offices(left.offices, right.offices).fit, _ranks(left.rank, right.rank)}
    if "other" in fits or _in_uniform(left, right) or _in_uniform(right, left):
        return STRANGERS
    return FAMILY_FITS if fits & {"same", "fits"} else FAMILY_ALONE


def strangers(left: Taking, right: Taking) -> bool:
    """Whether two named people are two for certain: names that have nothing in common, or full ones that differ."""
    if names_alike(left, right) > STRANGERS:
        return False
    one, other = parse(left.name or "", left.party), parse(right.name or "", right.party)
    return bool(one.words and other.words)


def _in_uniform(some: Taking, other: Taking) -> bool:
    """Whether the one is told of with a rank alone, and the other as a minister without one."""
    return bool(some.rank and not some.offices and not other.rank) and level_of(other.offices) == "minister"


def offices_alike(left: Taking, right: Taking) -> posts.Fit:
    """How the offices of two go together."""
    return posts.offices(left.offices, right.offices).fit


def levelled(taking: Taking) -> bool:
    """Whether somebody is told of with an office whose level is known."""
    return level_of(taking.offices) not in (None, "official")


def two_offices(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether nobody holds both: offices of two levels."""
    return posts.offices(some, others).fit == "other" and level_of(some) != level_of(others)


def _ranks(one: str | None, other: str | None) -> posts.Fit:
    return posts.ranks((one,) if one else (), (other,) if other else ()).fit


@lru_cache(maxsize=REMEMBERED)
def _alike(one: str, party: str | None, other: str, others: str | None) -> float:
    left, right = parse(one, party), parse(other, others)
    strict = any(naming.custom_of(each).strict_vowels for each in (party, others))
    held = _match(left, right, party, others)
    if held.pairings and held.contradicts and not strict and _one_skeleton(left, right, held):
        return NEARLY
    if held.pairings and held.contradicts and not strict and _both_ends(left, right, held):
        return FAMILY_ALONE
    if not held.pairings or held.contradicts:
        return STRANGERS
    if len(held.pairings) > 1 or (len(left.parts) == len(right.parts) == 1):
        return FULL
    return WITH_INITIAL if held.initials else FAMILY_ALONE


def _one_skeleton(left: Name, right: Name, held: Match) -> bool:
    """Whether the words in which two names differ have the same consonants: enough where all else agrees."""
    some = {skeleton(left.parts[at].text) for at in held.left_over}
    others = {skeleton(right.parts[at].text) for at in held.right_over}
    return bool(some and others) and (some <= others or others <= some)


def _both_ends(left: Name, right: Name, held: Match) -> bool:
    """Whether two names have first and last word in common, and differ between."""
    ends = {(0, 0), (len(left.parts) - 1, len(right.parts) - 1)}
    return ends <= {(each.left[0], each.right[-1]) for each in held.pairings}


def _match(left: Name, right: Name, *parties: str | None) -> Match:
    strict = all(naming.custom_of(each).strict_vowels for each in parties)
    return match(left, right, ways=customs(frozenset(each for each in parties if each), strict=strict))
