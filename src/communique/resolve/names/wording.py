"""Names side by side in the words of a desk officer."""

from collections.abc import Iterable

from communique.resolve.names.matching import Match
from communique.resolve.names.parts import Name

LEADS = {
    "same": "same name",
    "spelling": "same name otherwise spelled",
    "joined": "same name written as one word or two",
    "nickname": "a short form of the name",
    "slip": "nearly the same name",
    "ending": "same name with another ending",
    "doubtful": "perhaps the same name",
}


def told_alike(held: Match, left: Name, right: Name) -> str:
    """What two names share: `same name in another romanisation (Ghoreishi, Qoreyshi)`."""
    alone = len(held.pairings) == 1
    parts = []
    for each in (*held.pairings, *held.doubtful):
        one, other = _shown(left, each.left), _shown(right, each.right)
        lead = LEADS[each.rule]
        if alone and not held.initials:
            lead = lead.replace("same name", "same family name", 1)
        parts.append(f"{lead} ({one})" if one == other else f"{lead} ({one}, {other})")
    told = _gathered(parts)
    told += [f"initial fits ({_shown(left, each.left)}, {_shown(right, each.right)})" for each in held.initials]
    over = _words(left, held.left_over) + _words(right, held.right_over)
    if over:
        told.append(f"without {', '.join(over)} in the other")
    if _turned(held):
        told.append("in another order")
    return ", ".join(told)


def told_apart(held: Match, left: Name, right: Name) -> str:
    """What two names that share a part do not: `other names beside Nguyen: Thinh, Thanh`."""
    shared = " ".join(_shown(left, each.left) for each in sorted(held.pairings, key=lambda each: each.left))
    doubtful = held.doubtful
    one = " ".join(_words(left, sorted((*held.left_over, *held.left_initials, *(i for p in doubtful for i in p.left)))))
    other = " ".join(
        _words(right, sorted((*held.right_over, *held.right_initials, *(i for p in doubtful for i in p.right))))
    )
    return f"other names beside {shared} ({one}, {other})"


def _gathered(parts: list[str]) -> list[str]:
    """`same name (A), same name (B)` as `same name (A B)`."""
    same = [part.removeprefix("same name (").removesuffix(")") for part in parts if part.startswith("same name (")]
    rest = [part for part in parts if not part.startswith("same name (")]
    return [f"same name ({' '.join(same)})", *rest] if same else rest


def _turned(held: Match) -> bool:
    """Whether the parts that are paired stand in another order in the other name."""
    places = [each.right[0] for each in sorted((*held.pairings, *held.initials), key=lambda each: each.left)]
    return places != sorted(places)


def _words(name: Name, places: Iterable[int]) -> list[str]:
    return [_shown(name, (at,)) for at in places]


def _shown(name: Name, places: tuple[int, ...]) -> str:
    parts = (name.parts[at] for at in places)
    return " ".join(part.shown.upper() + "." if part.kind == "initial" else part.shown for part in parts)
