"""Which values of a reading are right: each cited value held against the gold it answers.

Parts are paired as scoring pairs them. Within a pair a value is right where scoring would count it, or, for a field
that has no group there, where the gold has the same. What stands in a part that has no partner is wrong, but for
people: gold has no list of them, so only their being told of is judged, and the rest where gold tells of them.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from operator import eq
from typing import Any, TypeAlias

from communique.evaluate.likeness import (
    folded_words,
    listed,
    plain,
    same_body,
    same_name,
    same_person,
    same_speaker,
    same_statement,
    same_words,
)
from communique.evaluate.marking import ENGAGEMENT_FIELDS, PARTICIPANT_FIELDS, REPORT_FIELDS
from communique.evaluate.pairing import Pairs, pair_engagements, pair_in_order
from communique.reading import JSON

Verdict: TypeAlias = tuple[str, bool]  # path of a value in the reading (`engagements[0].kind`), whether it is right
Same: TypeAlias = Callable[[Any, Any], bool]


def verdicts(gold: JSON, reading: JSON) -> dict[str, bool]:
    """By the path of each value of the reading that can be judged: whether it is right."""
    engagements = pair_engagements(listed(gold.get("engagements")), listed(reading.get("engagements")))
    bodies = pair_in_order(listed(gold.get("bodies")), listed(reading.get("bodies")), same_body)
    found = chain(
        _fields("report", gold.get("report") or {}, reading.get("report") or {}, REPORT_FIELDS),
        _parts("engagements", gold, reading, engagements, _engagement),
        _parts("bodies", gold, reading, bodies, _body),
        _parts("statements", gold, reading, _statements(gold, reading), _statement),
        _links(
            gold,
            reading,
            {**_named("engagements", gold, reading, engagements), **_named("bodies", gold, reading, bodies)},
        ),
        _people(gold, reading),
    )
    return dict(found)


def _parts(
    key: str, gold: JSON, read: JSON, pairs: Pairs, way: Callable[[str, JSON, JSON], Iterator[Verdict]], path: str = ""
) -> Iterator[Verdict]:
    """The verdicts on each part of a list, held against its partner or against nothing."""
    wanted = listed(gold.get(key))
    partner = {j: wanted[i] for i, j in pairs}
    for j, part in enumerate(listed(read.get(key))):
        yield from way(f"{path}{key}[{j}]", partner.get(j, {}), part)


def _fields(path: str, gold: JSON, read: JSON, of: Sequence[tuple[str, str, Same]]) -> Iterator[Verdict]:
    for _, field, same in of:
        yield from _one(f"{path}.{field}", gold.get(field), read.get(field), same)


def _one(path: str, gold: Any, read: Any, same: Same) -> Iterator[Verdict]:
    if read is not None:
        gold, read = plain(gold) or None, plain(read) or None
        yield path, read == gold or (gold is not None and read is not None and same(gold, read))


def _several(path: str, gold: Any, read: Any, same: Same) -> Iterator[Verdict]:
    found = listed(read)
    right = {j for _, j in pair_in_order(listed(gold), found, same)}
    yield from ((f"{path}[{j}]", j in right) for j in range(len(found)))


def _engagement(path: str, gold: JSON, read: JSON) -> Iterator[Verdict]:
    yield f"{path}.trigger", bool(gold)
    yield from _fields(path, gold, read, ENGAGEMENT_FIELDS)
    people = pair_in_order(listed(gold.get("participants")), listed(read.get("participants")), same_person)
    yield from _parts("participants", gold, read, people, _participant, f"{path}.")
    for field in ("topics", "outcomes"):
        yield from _several(f"{path}.{field}", gold.get(field), read.get(field), same_words)
    documents = pair_in_order(listed(gold.get("documents")), listed(read.get("documents")), same_words)
    yield from _parts("documents", gold, read, documents, _document, f"{path}.")


def _participant(path: str, gold: JSON, read: JSON) -> Iterator[Verdict]:
    yield f"{path}.name", bool(gold)
    yield from _fields(path, gold, read, PARTICIPANT_FIELDS)
    yield from _several(f"{path}.office", gold.get("office"), read.get("office"), same_words)
    yield from _mentions(path, gold, read)


def _mentions(path: str, gold: JSON, read: JSON) -> Iterator[Verdict]:
    forms = [folded_words(plain(form)) for form in (gold.get("name"), *listed(gold.get("mentions"))) if plain(form)]
    for k, mention in enumerate(listed(read.get("mentions"))):
        yield f"{path}.mentions[{k}]", folded_words(plain(mention)) in forms


def _document(path: str, gold: JSON, read: JSON) -> Iterator[Verdict]:
    yield f"{path}.name", bool(gold)
    yield from _one(f"{path}.status", gold.get("status"), read.get("status"), eq)


def _body(path: str, gold: JSON, read: JSON) -> Iterator[Verdict]:
    yield f"{path}.name", bool(gold)
    yield from _one(f"{path}.kind", gold.get("kind"), read.get("kind"), same_words)
    names = [gold.get("name"), *listed(gold.get("aliases"))]
    for k, alias in enumerate(listed(read.get("aliases"))):
        yield f"{path}.aliases[{k}]", any(same_words(name, alias) for name in names)
    for field, same in (("parties", _equal), ("areas", same_words)):
        yield from _several(f"{path}.{field}", gold.get(field), read.get(field), same)
    heads = pair_in_order(listed(gold.get("heads")), listed(read.get("heads")), same_person)
    yield from _parts("heads", gold, read, heads, _head, f"{path}.")


def _equal(one: Any, other: Any) -> bool:
    return bool(plain(one) == plain(other))


def _head(path: str, gold: JSON, read: JSON) -> Iterator[Verdict]:
    yield f"{path}.name", bool(gold)
    yield from _one(f"{path}.party", gold.get("party"), read.get("party"), eq)


def _statements(gold: JSON, read: JSON) -> Pairs:
    """Statements as scoring pairs them, then those left that have the same content of another speaker."""
    wanted, found = listed(gold.get("statements")), listed(read.get("statements"))
    pairs = pair_in_order(wanted, found, same_statement)
    left = [i for i in range(len(wanted)) if i not in {i for i, _ in pairs}]
    free = [j for j in range(len(found)) if j not in {j for _, j in pairs}]
    rest = pair_in_order([wanted[i] for i in left], [found[j] for j in free], _same_content)
    return [*pairs, *((left[i], free[j]) for i, j in rest)]


def _same_content(one: JSON, other: JSON) -> bool:
    return same_words(one.get("content"), other.get("content"))


def _statement(path: str, gold: JSON, read: JSON) -> Iterator[Verdict]:
    yield f"{path}.content", bool(gold)
    yield from _one(f"{path}.speaker", gold.get("speaker"), read.get("speaker"), same_speaker)
    yield from _one(f"{path}.verb", gold.get("verb"), read.get("verb"), same_words)
    yield from _one(f"{path}.addressee", gold.get("addressee"), read.get("addressee"), same_speaker)
    yield from _several(f"{path}.about", gold.get("about"), read.get("about"), same_words)


def _named(key: str, gold: JSON, read: JSON, pairs: Pairs) -> dict[Any, Any]:
    """The gold id that each paired id of the reading stands for."""
    wanted, found = listed(gold.get(key)), listed(read.get(key))
    return {found[j].get("id"): wanted[i].get("id") for i, j in pairs}


def _links(gold: JSON, read: JSON, names: dict[Any, Any]) -> Iterator[Verdict]:
    left = Counter((link.get("from"), link.get("relation"), link.get("to")) for link in listed(gold.get("links")))
    for k, link in enumerate(listed(read.get("links"))):
        ends = names.get(link.get("from")), link.get("relation"), names.get(link.get("to"))
        yield f"links[{k}].evidence", left[ends] > 0
        left[ends] -= 1


def _people(gold: JSON, read: JSON) -> Iterator[Verdict]:
    """A person is right where gold tells of them at all; their posts are held against all that it gives them."""
    told = [each for engagement in listed(gold.get("engagements")) for each in listed(engagement.get("participants"))]
    others = [each.get("speaker") for each in listed(gold.get("statements"))]
    others += [head.get("name") for body in listed(gold.get("bodies")) for head in listed(body.get("heads"))]
    for k, person in enumerate(listed(read.get("people"))):
        path, name = f"people[{k}]", plain(person.get("name"))
        same = [each for each in told if same_name(plain(each.get("name")), name)]
        yield f"{path}.name", bool(same) or any(same_name(plain(other), name) for other in others)
        if same:
            yield from _person(path, same, person)


def _person(path: str, told: Sequence[JSON], read: JSON) -> Iterator[Verdict]:
    for field, same in (("rank", same_words), ("party", _equal)):
        if read.get(field) is not None:
            yield f"{path}.{field}", any(same(each.get(field), read[field]) for each in told)
    posts = [office for each in told for office in listed(each.get("office"))]
    for k, office in enumerate(listed(read.get("office"))):
        yield f"{path}.office[{k}]", any(same_words(post, office) for post in posts)
    every = [form for each in told for form in (each.get("name"), *listed(each.get("mentions")))]
    yield from _mentions(path, {"mentions": every}, read)
