"""What names are looked up by: keys that all likely spellings of a name share, and few other names do.

Names of two words or more are found by pairs of their words' skeletons; initials and single names by one word with
the party and what else must fit. Short words come with more, so that no block grows large (Nguyen, Kim). By one word a
name is compared with those that have an initial, or no other word: two written out share one by chance.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache, reduce
from itertools import combinations, product
from operator import or_

from communique.lexicon import naming
from communique.resolve import posts
from communique.resolve.levels import level_of
from communique.resolve.mentions import PersonForm
from communique.resolve.names.matching import Ways, respelled
from communique.resolve.names.parts import Name, Part
from communique.resolve.names.spelling import CLASSES, VOWELS, classes_of, skeleton

REMEMBERED = 50_000

RARE_PAIR = 6  # consonants of two words together from which on no party is needed to keep the block small
RARE_WORD = 4  # consonants of one word likewise
SHORT_WORD = 3  # consonants below which a single name needs its very office
SPLIT = 3  # words at the most of which any two neighbours may be written as one


def name_keys(name: Name, node: PersonForm) -> frozenset[str]:
    """The keys a form with this name is found by."""
    return _whole(name, node) | {f"{'thin' if thin else 'full'} {key}" for thin, key in _by_one_word(name, node)}


def sought_keys(name: Name, node: PersonForm) -> frozenset[str]:
    """The keys of other forms that one with this name may be: of thin ones always, of full ones where it is thin."""
    found = set(_whole(name, node))
    for thin, key in _by_one_word(name, node):
        found |= {f"thin {key}", f"full {key}"} if thin else {f"thin {key}"}
    return frozenset(found)


def _whole(name: Name, node: PersonForm) -> frozenset[str]:
    """The keys by which any two names are compared."""
    if not name.words:
        return frozenset({f"0 {node.party or ''} {node.folded}"})
    return pair_keys(name, node.party, ways_of(node)) | frozenset(_of_party(name, node))


def _by_one_word(name: Name, node: PersonForm) -> Iterator[tuple[bool, str]]:
    """The keys of one word and what goes with it, each with whether the name is as thin as those it is meant for."""
    initial = any(part.kind == "initial" for part in name.parts)
    yield from ((initial, key) for key in _with_initial(name, node))
    yield from ((len(name.words) == 1, key) for key in _alone(name, node))


def _of_party(name: Name, node: PersonForm) -> Iterator[str]:
    """Keys of names written out, for one party: a word, how another begins, and of a short word the office.

    So Evangelos and Evaggelos Papadimos are compared, and Karine Jean-Pierre with Jean-Pierre.
    """
    if len(name.words) < 2:
        return
    ways, offices = ways_of(node), sorted(_offices(node, short=False))
    for word in name.words:
        firsts = sorted({first for part in name.parts if part is not word for first in _firsts(part)})
        for bone, first in product(sorted(_skeletons(word, ways)), firsts):
            for office in ("",) if len(bone) >= SHORT_WORD else offices:
                yield f"f {node.party or ''} {bone} {first} {office}"


@lru_cache(maxsize=REMEMBERED)
def pair_keys(name: Name, party: str | None, ways: Ways) -> frozenset[str]:
    """The keys of a name of two words or more, of its words by twos; none of a shorter one."""
    return frozenset(_pairs(name, party, ways)) if len(name.words) > 1 else frozenset()


@lru_cache(maxsize=REMEMBERED)
def classes(name: Name) -> int:
    """The classes of sound in the words of a name, a bit each."""
    return reduce(or_, (classes_of(each.heard) for each in name.words), 0)


def _pairs(name: Name, party: str | None, ways: Ways) -> Iterator[str]:
    words = name.words
    yield "a " + " ".join(sorted(skeleton(each.letters) for each in words))
    if naming.custom_of(party).strict_vowels and len(words) > 2:
        yield _pair(words[0].letters, words[-1].letters, "")
        return
    for (places, forms), (others, other_forms) in combinations(_units(name, ways), 2):
        if set(places) & set(others):
            continue
        for one, other in product(sorted(forms), sorted(other_forms)):
            rare = len(one) + len(other) >= RARE_PAIR or {places[0], others[-1]} == {0, len(name.parts) - 1}
            yield " ".join(("b", "" if rare else party or "", *sorted((one, other))))


def _pair(one: str, other: str, party: str) -> str:
    return " ".join(("b", party, *sorted((skeleton(one), skeleton(other)))))


def _units(name: Name, ways: Ways) -> Iterator[tuple[tuple[int, ...], frozenset[str]]]:
    """Words, and neighbours that may be written as one, each with its skeletons."""
    parts = name.parts
    for at, part in enumerate(parts):
        if part.kind == "word":
            yield (at,), _skeletons(part, ways)
        follower = parts[at + 1] if at + 1 < len(parts) else None
        if follower is None or follower.kind != "word" or part.kind == "initial":
            continue
        grown = naming.articles().get(part.text, False) and part.text not in ("al", "el")
        if grown or (part.kind == "word" and len(name.words) <= SPLIT):
            yield (at, at + 1), frozenset({skeleton(part.letters + follower.letters)})


def ways_of(*nodes: PersonForm, strict: bool = False) -> Ways:
    """The customs of the parties that may be those of forms: their own, and those their reports speak of."""
    return customs(frozenset(party for node in nodes for party in (node.party, *node.company) if party), strict=strict)


@lru_cache(maxsize=REMEMBERED)
def customs(parties: frozenset[str], *, strict: bool) -> Ways:
    """The customs of these parties together."""
    known = [naming.custom_of(each) for each in sorted(parties)]
    letters = {letters for each in known for letters in each.letters}
    return Ways(
        strict=strict,
        scripts=frozenset(each.script for each in known if each.script),
        letters=tuple(sorted(letters, key=lambda each: (-len(each[0]), each))),
    )


def _skeletons(part: Part, ways: Ways) -> frozenset[str]:
    """The skeletons a word is looked up by: its own, those of names it is short for, of its stem, its syllables."""
    text = part.text
    found = {skeleton(part.letters), skeleton(text)}  # accents are often left out
    if text[:2] in ("al", "el") and len(text) > 6:
        found.add(skeleton(text[2:]))
    if text.startswith("h") and len(text) > 4:
        found.add(skeleton(part.letters[1:]))  # Hakobyan, Akopyan
    if "ch" in text and len(text) > 4:
        found.add(skeleton(part.letters.replace("ch", "h")))  # Papachatzis, Papahatzis
    if "dj" in text:
        found.add(skeleton(text.replace("dj", "d")))  # Djordje, Dorde
    if ways.letters:
        found.add(skeleton(respelled(part.letters, ways.letters)))
    found |= {skeleton(each) for each in naming.given_names().get(text, ())}
    stem = next((text[: -len(end)] for end in naming.endings() if len(end) > 1 and text.endswith(end)), "")
    if len(stem) > 3:
        found.add(skeleton(stem))
    for script in ways.scripts:
        found |= naming.syllables().get((script, text), frozenset())
    return frozenset(found)


def _with_initial(name: Name, node: PersonForm) -> Iterator[str]:
    ways = ways_of(node)
    for word in name.words:
        firsts = {first for part in name.parts if part is not word for first in _firsts(part)}
        for bone in sorted(_skeletons(word, ways)):
            for party, first in product(_parties(bone, node), sorted(firsts)):
                yield f"i {party} {bone} {first}"


def _firsts(part: Part) -> Iterable[str]:
    """The classes of sound a part may begin with."""
    if part.kind == "article":
        return ()
    heard = part.heard[:1]
    first = "V" if heard in VOWELS else CLASSES.get(heard, heard)
    return {first, "k", "s"} if part.text.startswith(("c", "g", "x", "q", "j")) else {first}


def _parties(bone: str, node: PersonForm) -> Iterable[str]:
    """What a word needs beside it to be looked up: nothing where it is rare, else a party that may be the form's."""
    if len(bone) >= RARE_WORD and ":" not in bone:  # a syllable of a script is never rare
        return ("",)
    parties = {node.party or "", *(node.company if node.vague else ())}
    return sorted(parties)


def _alone(name: Name, node: PersonForm) -> Iterator[str]:
    """Keys of single names: a word with rank and level of office, a short one with its very office."""
    ranks = {grade[0] for rank in node.ranks if (grade := posts.grade_of(rank))}
    ways = ways_of(node)
    for word in name.words:
        for bone in sorted(_skeletons(word, ways)):
            for party in _parties(bone, node):
                for rank in sorted(ranks):
                    yield f"r {party} {bone} {rank}"
                for office in sorted(_offices(node, short=len(bone) < SHORT_WORD)):
                    yield f"o {party} {bone} {office}"


def _offices(node: PersonForm, *, short: bool) -> Iterator[str]:
    for office in node.offices:
        level = level_of([office])
        if short or level in (None, "official"):
            yield " ".join(sorted(posts.office_words(office)))
        else:
            yield str(level)
