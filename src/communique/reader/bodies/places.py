"""Every place that names a body: by a word for its kind, as an organ of an organisation, by the abbreviation that a
longer form brought in, or as one of a numbered series of conferences.
"""

import re
from collections.abc import Iterator

from communique import lexicon
from communique.lexicon import Kind
from communique.lexicon.vocabulary import vocabulary
from communique.reader.bodies.grammar import PARTIES, Grammar
from communique.reader.bodies.model import Place, Sort
from communique.reader.marks import Mark, Marks
from communique.reader.page import Page

# The kinds that are between parties by what they are, where their name has capitals.
_BODIES: tuple[Kind, ...] = ("body_kind",)
TALKING = frozenset({"consultations", "dialogue"})
_SERIES = re.compile(r"\b(?:Summit|Conference|Forum|Ministerial|Congress|Assembly|Symposium|[Ss]ummit)\b")
_LABEL = re.compile(r" \((?P<label>[A-Z][\w&-]{1,11})\)")


def grammar_of(page: Page) -> Grammar:
    """The grammar over the words of a page."""
    strings = page.doc.vocab.strings
    tags = page.doc.to_array(["IDX", "POS"]).tolist()  # a tenth of the time of asking each token
    noun_tags, verb_tags = ({strings[tag] for tag in group} for group in (("NOUN", "PROPN", "ADJ"), ("VERB", "AUX")))
    nouns = frozenset(start for start, tag in tags if tag in noun_tags)
    verbs = frozenset(start for start, tag in tags if tag in verb_tags)
    marks = page.marks
    spans = ((marks.index_at(time.start_offset), marks.index_at(time.end_offset)) for time in page.times)
    dated = frozenset(word.start for first, beyond in spans for word in marks.words[first:beyond])
    return Grammar(marks, nouns, verbs, dated)


def find_places(page: Page) -> list[Place]:
    """Every place that names a body in the running text, in order."""
    grammar = grammar_of(page)
    found = [place for place in (*_kinds(grammar), *_organs(page.marks)) if page.runs(place.start)]
    found += [place for place in _labels(page, grammar, found) if _free(place, found)]
    found += [place for place in _series(page, grammar) if _free(place, found)]
    return sorted(found, key=lambda place: place.start)


def _free(place: Place, taken: list[Place]) -> bool:
    return not any(place.start < other.end and other.start < place.end for other in taken)


def _kinds(grammar: Grammar) -> Iterator[Place]:
    """Places by the words for kinds of body."""
    marks, after = grammar.marks, 0
    # found anew: among the marks a longer name may hide the kind (`head of the Joint Working Group`)
    for hit in lexicon.load().find(marks.text, kinds=_BODIES):
        kind = hit.senses[0]
        first, beyond = marks.index_at(hit.start), marks.index_at(hit.end)
        if hit.start < after or first >= beyond or any(known.sense("organisation") for known in marks.known[first]):
            continue
        if _in_office(marks, hit.start) and not marks.words[first].capital:
            continue
        name = _name(grammar, first, beyond, after)
        after = name.end
        head = marks.text[hit.start : hit.end]
        yield Place(
            Mark(name.start, name.end, "body", name.key, "bodies.kind", kind.key),
            head,
            _sort(marks, name, kind.key, head, doubtful=kind.care),
        )


def _in_office(marks: Marks, offset: int) -> bool:
    return marks.office_at(offset) is not None


def _name(grammar: Grammar, first: int, beyond: int, after: int) -> Mark:
    """The words of a name whose kind is told by the words `first` to `beyond`; nothing before `after`."""
    marks = grammar.marks
    left, right = grammar.left(first, marks.index_at(after)), grammar.right(beyond)
    start, end = marks.words[left].start, marks.words[right - 1].end
    if marks.text[end : end + 1] == ")" and "(" in marks.text[start:end]:
        end += 1
    return Mark(start, end, "body", marks.text[start:end], "bodies.kind")


def _sort(marks: Marks, name: Mark, kind: str, head: str, *, doubtful: bool) -> Sort:
    """Whose a body is, as its name says."""
    if kind == "assembly":
        return "series"
    if kind in vocabulary("body_relations"):
        return "relation"
    words = {word.casefold() for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", name.key)}
    if words & vocabulary("body_joint_words"):
        return "joint"
    if kind in TALKING:
        if kind == "consultations" and len(words) > 1:
            return "joint"  # `political consultations` are held between states
        return "joint" if head.split()[-1][0].isupper() and len(words) > 1 else "doubtful"
    if not doubtful and head.casefold() not in ("group", "high-level meetings", "trilateral meetings"):
        return "shared"
    owners = [hit for hit in marks.hits_in(name.start, name.end) if hit.sense("organisation")]
    return "organ" if owners and not any(h.sense("country", "demonym") for h in owners) else "doubtful"


def _organs(marks: Marks) -> Iterator[Place]:
    """Organs that the lexicon knows by name: the Security Council, the North Atlantic Council."""
    for hit in marks.hits:
        words = marks.text[hit.start : hit.end]
        kind = words.split()[-1].casefold()
        if hit.sense("organisation") and kind in vocabulary("organ_words"):
            sort: Sort = "series" if kind == "assembly" else "organ"
            yield Place(Mark(hit.start, hit.end, "body", words, "bodies.organ", kind), words.split()[-1], sort)


def _labels(page: Page, grammar: Grammar, found: list[Place]) -> Iterator[Place]:
    """Places by an abbreviation that a longer form gives in brackets: `the JDCC`, `India-Kenya JDCC`."""
    labels: dict[str, Place] = {}
    for place in found:
        label = _LABEL.search(place.mark.key)
        if label is not None:
            labels.setdefault(label.group("label"), place)
    for i, word in enumerate(page.marks.words):
        whole = labels.get(word.text)
        if whole is None or not page.runs(word.start):
            continue
        name = _name(grammar, i, i + 1, 0)
        key = page.marks.text[name.start : word.end]
        yield Place(Mark(name.start, word.end, "body", key, "bodies.label", whole.mark.detail), word.text, whole.sort)


def _series(page: Page, grammar: Grammar) -> Iterator[Place]:
    """Names of conferences: `Summit of the Americas`; the sittings say which of them are numbered."""
    marks = page.marks
    for match in _SERIES.finditer(marks.text):
        first = marks.index_at(match.start())
        if first >= len(marks.words) or marks.words[first].text != match.group() or not page.runs(match.start()):
            continue
        if marks.is_a(first, "organisation"):
            first = marks.index_at(next(hit.start for hit in marks.known[first]))
        name = _name(grammar, first, marks.index_at(match.end()), 0)
        if name.key != match.group():
            kind = match.group().casefold()
            yield Place(Mark(name.start, name.end, "body", name.key, "bodies.series", kind), match.group(), "series")


def parties_in(marks: Marks, mark: Mark) -> list[Mark]:
    """The parties that the words of a name tell, each once."""
    found: dict[str, Mark] = {}
    for hit in marks.hits_in(mark.start, mark.end):
        sense = hit.sense(*PARTIES)
        if sense is not None and "|" not in sense.key:
            found.setdefault(sense.key, Mark(hit.start, hit.end, sense.kind, sense.key, "bodies.party"))
    return list(found.values())
