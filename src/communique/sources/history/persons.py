"""Persons as the Historian's rows write them.

[party] [modifiers] TITLE [complement] [further titles] NAME [of COUNTRY]
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from communique.lexicon.vocabulary import vocabulary
from communique.reader.words import Word, plain, words
from communique.sources.history.titles import Title, parties, states, titles

LONGEST_TITLE = 7  # words
LONGEST_PARTY = 6  # words
SHORTENED = 4  # characters: a full stop after fewer is that of a shortened word (`St. Laurent`)
APPOINTED = frozenset({"elect", "designate"})

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
PEERS = frozenset({"Baron", "Count", "Duke", "Earl", "Marquess", "Prince", "Viscount"})
FOREGOING = frozenset(  # words before the head of an office, beside the lexicon's office_modifiers
    {"acting", "assistant", "caretaker", "chief", "deputy", "designated", "first", "former", "incoming", "interim"}
    | {"new", "newly", "outgoing", "provisional", "second", "senior", "temporary", "transitional", "vice"}
)
_ROMAN = re.compile(r"[IVX]+$")
_AFTER_HEAD = re.compile(r"-?\s?(?:elect|designate)\b", re.IGNORECASE)
_TIED = re.compile(r"[a-z]{1,4}['-][A-Z]")  # al-Sabah, ul-Haq, d'Estaing
_ENDS_NAME = frozenset({"Also", "Afterwards", "Departed", "Delivered", "Left", "Met", "The", "Discussed", "Attended"})

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """A person as told: spans of the words for each; `party` with its code, "" where the words settle none."""

    start: int
    end: int
    offices: tuple[Span, ...] = ()
    rank: Span | None = None
    name: Span | None = None
    party: tuple[Span, str] | None = None
    level: str = ""
    post: str = ""
    former: bool = False


class Line:
    """A text with its words, made ready to be parsed; offsets are those of the text."""

    def __init__(self, text: str) -> None:
        self.text = plain(text)
        self.words = [part for word in words(self.text) for part in _parted(word)]

    def gap(self, i: int) -> str:
        """What stands between word `i - 1` and word `i`."""
        return self.text[self.words[i - 1].end : self.words[i].start] if 0 < i < len(self.words) else ""

    def index_at(self, offset: int) -> int:
        """The first word that begins at or after an offset."""
        return next((i for i, word in enumerate(self.words) if word.start >= offset), len(self.words))

    def longest(self, i: int, names: Collection[str] | Mapping[str, object], most: int, *, any_case: bool) -> int:
        """How many words from `i` on are one of `names`, 0 where none."""
        best, said = 0, ""
        for n in range(min(most, len(self.words) - i)):
            gap = self.gap(i + n) if n else ""
            if n and (len(gap) > 3 or "," in gap or (gap.strip(" -'&").strip() and gap != ". ")):
                break
            said += gap + self.words[i + n].text
            if (said.lower() if any_case else said) in names:
                best = n + 1
        return best

    def span(self, i: int, beyond: int) -> Span:
        """The offsets of the words from `i` to before `beyond`."""
        return self.words[i].start, self.words[beyond - 1].end


def _parted(word: Word) -> list[Word]:
    """`Minister-Prince` and `President-elect` as two words; other hyphened words stay one."""
    first, hyphen, last = word.text.rpartition("-")
    known = titles()
    if (
        hyphen
        and word.text.lower() not in known
        and (last.lower() in APPOINTED or (first.lower() in known and last.lower() in known))
    ):
        cut = word.start + len(first)
        return [Word(word.start, cut, first), Word(cut + 1, word.end, last)]
    return [word]


@dataclass(slots=True)
class _Draft:
    """What is known of a person while the words are gone through."""

    offices: list[Span] = field(default_factory=list)
    rank: Span | None = None
    sovereign: Span | None = None
    party: tuple[Span, str] | None = None
    level: str = ""
    post: str = ""
    name_from: int | None = None


def person_at(line: Line, first: int) -> Told | None:
    """The person whose telling begins at word `first`, None where none does.

    A title alone is one where it is definite: `the Emir of Kuwait`.
    """
    definite = first < len(line.words) and line.words[first].text.lower() == "the"
    draft = _Draft()
    i = _title(line, first + definite, draft)
    if i is None:
        return None
    i = _further_titles(line, i, draft)
    i = _of_party(line, i, draft)
    start = i if draft.name_from is None else draft.name_from
    beyond = name_end(line, i) if line.gap(i).strip(" -") == "" else i
    name = line.span(start, beyond) if beyond > i else None
    if name and re.search(r" [IVX]\.$", line.text[slice(*name)]):
        name = (name[0], name[1] - 1)  # `Paul V.` at the end of a sentence
    end = _of_party(line, beyond, draft)
    of_something = beyond < len(line.words) and line.words[beyond].text == "of"
    if definite and name and of_something:  # `the Chief Prosecutor of the Tribunal`: no name
        return None
    if name is None and not (definite and draft.offices and draft.party):
        return None
    return _settled(line, first, end, draft, name)


def _settled(line: Line, first: int, end: int, draft: _Draft, name: Span | None) -> Told:
    rank = draft.rank
    if draft.sovereign and not draft.offices and rank is None:
        draft.offices.append(draft.sovereign)
    elif draft.sovereign and rank is None:
        rank = draft.sovereign
    start, stop = line.words[first].start, line.words[end - 1].end
    if name is not None and name[1] == stop - 1:  # without a full stop
        stop = name[1]
    if line.text[stop : stop + 1] == ")" and "(" in line.text[start:stop]:
        stop += 1
        if name is not None and name[1] == stop - 1:
            name = (name[0], stop)
    former = any(word.text.lower() == "former" for word in line.words[first : first + 3])
    return Told(start, stop, tuple(draft.offices), rank, name, draft.party, draft.level, draft.post, former)


def _title(line: Line, first: int, draft: _Draft) -> int | None:
    """Beyond the first title from word `first` on, with its party and modifiers; None where there is none."""
    office = i = first
    while i < len(line.words):
        n = line.longest(i, titles(), LONGEST_TITLE, any_case=True)
        if n and line.words[i].capital and not _only_modifies(line, i, n):
            return None if _title_of(line, i, n).several else _take(line, office, i, n, draft)
        m = line.longest(i, parties(), LONGEST_PARTY, any_case=False)
        if m:
            code = parties()[_said(line, i, m)]
            both = draft.party is None or draft.party[1] == code  # `Bosnian Serb` is of neither
            draft.party = (line.span(i, i + m), code if both else "")
            office = i = i + m
        elif _modifies(line.words[i]) or (i > office and _joins_modifiers(line, i)):
            i += 1
        elif i == first and line.words[i].capital and line.gap(i + 1) == " ":
            draft.party = (line.span(i, i + 1), "")  # a people that the lexicon does not know
            office = i = i + 1
        else:
            return None
    return None


def _joins_modifiers(line: Line, i: int) -> bool:
    return line.words[i].text in ("and", "&") and i + 1 < len(line.words) and _modifies(line.words[i + 1])


def _only_modifies(line: Line, i: int, n: int) -> bool:
    """`Vice | President`, `Deputy Secretary`: a title that only modifies the one right behind it."""
    return (
        line.words[i].text.lower() in FOREGOING
        and n == 1
        and line.gap(i + 1) == " "
        and bool(line.longest(i + 1, titles(), LONGEST_TITLE, any_case=True))
    )


def _said(line: Line, i: int, n: int) -> str:
    start, end = line.span(i, i + n)
    return line.text[start:end]


def _title_of(line: Line, i: int, n: int) -> Title:
    return titles()[_said(line, i, n).lower()]


def _modifies(word: Word) -> bool:
    lower = word.text.lower()
    return lower in FOREGOING or lower in vocabulary("office_modifiers") or word.text in vocabulary("institution_words")


def _take(line: Line, office: int, i: int, n: int, draft: _Draft) -> int:
    """Put the title at words `i` to `i + n`, whose modifiers begin at `office`, into the draft; beyond it."""
    title = _title_of(line, i, n)
    beyond = i + n
    if title.use == "office":
        beyond = _complement(line, beyond)
    span = line.span(office, beyond)
    after = _AFTER_HEAD.match(line.text, span[1])
    if after and title.use == "office":
        span = (span[0], after.end())
        beyond = line.index_at(after.end())
    if title.use == "office":
        if not draft.offices:
            draft.level = title.level + (" elect" if after else "")
            draft.post = line.text[span[0] : span[1]].lower()
        draft.offices.append(span)
    elif title.use == "name" or (line.gap(beyond) == " " and line.words[beyond].text == "of"):
        draft.name_from = i if draft.name_from is None else draft.name_from
    elif title.use == "rank":
        draft.rank = (draft.rank[0], span[1]) if draft.rank else span
    else:
        draft.sovereign = span
    if title.party and draft.party is None:
        draft.party = (span, title.party)
    return beyond


def _complement(line: Line, i: int) -> int:
    """Beyond `of Foreign Affairs`, `for External Affairs and Trade`, `of the Council of Ministers`."""
    end = i
    while (
        i + 1 < len(line.words)
        and line.gap(i) in (" ", " & ")
        and line.words[i].text in ("of", "for", "and", "to", "&")
    ):
        j = i + 1 + (line.words[i + 1].text == "the")
        k = j
        while (
            k < len(line.words) and line.gap(k) in (" ", "-") and line.words[k].text in vocabulary("institution_words")
        ):
            k += 1
        if k == j or (line.words[i].text == "and" and (end == i or _title_begins(line, j))):
            return end
        i = end = k
    return end


def _title_begins(line: Line, i: int) -> bool:
    return _title(line, i, _Draft()) is not None


def _further_titles(line: Line, i: int, draft: _Draft) -> int:
    """Beyond titles that follow: `Amir | Sheikh`, `Premier | and Prince`, `Prime Minister | and Foreign Minister`."""
    while i < len(line.words):
        joined = line.words[i].text in ("and", "&") and line.gap(i) == " "
        at = i + joined
        if line.gap(at) not in (" ", "-", "/") or (not joined and line.gap(at) == " " and _is_name(line, at)):
            return i
        further = replace(draft, offices=list(draft.offices))
        beyond = _title(line, at, further)
        if beyond is None or further.party != draft.party or further.name_from != draft.name_from:
            return i
        draft.offices, draft.rank, draft.sovereign = further.offices, further.rank, further.sovereign
        i = beyond
    return i


def _is_name(line: Line, i: int) -> bool:
    """`Prime Minister | Shah Mahmud`, `Prime Minister | Major`: a title that is a name behind an office."""
    n = line.longest(i, titles(), LONGEST_TITLE, any_case=True)
    if not n:
        return bool(line.longest(i, parties(), LONGEST_PARTY, any_case=False)) or _modifies(line.words[i])
    if n == 1 and _title_of(line, i, n).use == "office":
        return True
    return name_end(line, i + n) == i + n


def _of_party(line: Line, i: int, draft: _Draft) -> int:
    """Beyond `of Jordan`, `of the Republic of Korea`, `(Jordan)`."""
    if i >= len(line.words) - 1 or line.words[i].text != "of" or line.gap(i) != " ":
        return i
    j = i + 1 + (line.words[i + 1].text == "the")
    n = line.longest(j, states(), LONGEST_PARTY, any_case=False) if j < len(line.words) else 0
    if not n:
        return i
    draft.party = (line.span(j, j + n), parties()[_said(line, j, n)])
    return j + n


def name_end(line: Line, i: int) -> int:
    """Beyond the name that begins at word `i`; `i` where none does."""
    first, end = i, i
    while i < len(line.words):
        word, gap = line.words[i], line.gap(i)
        if i > first and not _joins(gap) and not _shortened(gap, line.words[i - 1].text):
            break
        if word.text in MONTHS or word.text in _ENDS_NAME:
            break
        if word.capital or _ROMAN.match(word.text) or _TIED.match(word.text):
            end = i + 1
        elif word.text.lower() not in vocabulary("particles") and not _of_peerage(line, i, first):
            break
        i += 1
    return end


def _shortened(gap: str, word: str) -> bool:
    return gap == ". " and len(word) < SHORTENED and not _ROMAN.match(word)


def _of_peerage(line: Line, i: int, first: int) -> bool:
    """`Earl | of Athlone`."""
    return line.words[i].text == "of" and i > first and line.words[i - 1].text in PEERS


def _joins(gap: str) -> bool:
    return gap in (" ", "-", "- ", "'", " (", ") ", ' "', '" ', " '", "' ")
