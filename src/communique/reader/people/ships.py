"""Ships, which visit and train like people: `HMAS Banksia`, `the Peruvian frigate Almirante Soto`."""

import re
from functools import cache

from communique.lexicon.alternation import alternation
from communique.lexicon.tables import table
from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import Mark, Marks

LONGEST_OWNER = 40  # characters between a state and the noun of its ship: `Turkish Navy | frigate`


@cache
def _prefixes() -> dict[str, str]:
    return {row["prefix"]: row["code"] for row in table("ship_prefixes", ["prefix", "code"])}


@cache
def _prefixed() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<prefix>{'|'.join(_prefixes())})\s+(?:[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)")


@cache
def _nouned() -> re.Pattern[str]:
    """A noun for a ship and its name, in quotes or not."""
    name = r"[A-Z][\w'-]+(?:\s(?:[A-Z][\w'-]+|I{1,3}|\d+)){0,2}"
    return re.compile(
        rf"\b(?:(?i:{alternation(vocabulary('ship_nouns'))}))\s+(?:[\"“'‘](?P<quoted>{name})[\"”'’]|(?P<name>{name}))"
    )


@cache
def _owned() -> re.Pattern[str]:
    """What may stand between a state and the noun of its ship."""
    return re.compile(r"(?:['’]s?)?\s+(?:(?:[A-Z][\w-]+|[a-z][\w-]+)\s+){0,3}$")


def find_ships(marks: Marks) -> list[tuple[Mark, Mark | None]]:
    """Every ship with the mark of its party, cited to the prefix of its name or to the state told before it."""
    found: list[tuple[Mark, Mark | None]] = []
    for match in _prefixed().finditer(marks.text):
        code = _prefixes()[match["prefix"]]
        party = Mark(match.start(), match.end("prefix"), "country", code, "groups.ship")
        found.append((Mark(match.start(), match.end(), "ship", match.group(), "groups.ship"), party))
    known = [ship for ship, _ in found]
    for match in _nouned().finditer(marks.text):
        if any(ship.start < match.end() and match.start() < ship.end for ship in known):
            continue
        owner = _owner(marks, match.start())
        start = owner.start if owner is not None else match.start()
        found.append((Mark(start, match.end(), "ship", marks.text[start : match.end()], "groups.ship"), owner))
    return sorted(found, key=lambda pair: pair[0].start)


def _owner(marks: Marks, start: int) -> Mark | None:
    """The state that is told just before the noun of a ship."""
    for hit in reversed(marks.hits_in(max(0, start - LONGEST_OWNER), start)):
        sense = marks.party(hit, "demonym", "country", "institution")
        if sense is not None and _owned().fullmatch(marks.text, hit.end, start):
            return Mark(hit.start, hit.end, sense.kind, sense.key, "groups.ship")
    return None
