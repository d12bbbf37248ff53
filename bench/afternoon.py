"""What a user would write in an afternoon, as a peer to be measured: spaCy's entities and verbs, and dateparser."""

import warnings
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import spacy
from dateparser import parse

from communique import lexicon
from communique.reader.parser import MODEL
from communique.reading import Account, Kind, Masthead, Participant, Reading
from communique.report import Cited, Report

KINDS: dict[str, Kind] = {
    "meet": "meeting",
    "receive": "meeting",
    "discuss": "meeting",
    "visit": "visit",
    "arrive": "visit",
    "travel": "visit",
    "call": "call",
    "speak": "call",
    "sign": "signing",
    "convene": "session",
    "attend": "conference",
}
PEOPLE, PLACES, DAYS = "PERSON", "GPE", "DATE"


class Afternoon:
    """Each sentence with one of a few verbs and two entities is an encounter of the people it names."""

    def __init__(self) -> None:
        self._nlp = spacy.load(MODEL)

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """The readings of many reports, in order."""
        for doc, report in self._nlp.pipe(((each.text, each) for each in reports), as_tuples=True, batch_size=16):
            accounts = (each for sentence in doc.sents for each in _accounts(report, sentence))
            yield Reading(report=Masthead(id=report.id), reader="afternoon", engagements=tuple(accounts))


def _accounts(report: Report, sentence: Any) -> Iterator[Account]:
    verb = next((token for token in sentence if token.pos_ == "VERB" and token.lemma_ in KINDS), None)
    found = {label: [each for each in sentence.ents if each.label_ == label] for label in (PEOPLE, PLACES, DAYS)}
    if verb is None or len(found[PEOPLE]) + len(found[PLACES]) < 2:
        return
    cite = _Citing(report)
    day = next(filter(None, (_day(report, each.text) for each in found[DAYS])), None)
    told = found[DAYS][0] if found[DAYS] else verb
    country = next(filter(None, (_country(each.text) for each in found[PLACES])), None)
    yield Account(
        id=f"E{verb.i}",
        kind=cite(verb, KINDS[verb.lemma_]),
        status=cite(verb, "held"),
        trigger=cite(verb, verb.text),
        start=cite(told, day) if day else None,
        end=cite(told, day) if day else None,
        country=cite(found[PLACES][0], country) if country else None,
        participants=tuple(Participant(name=cite(each, each.text)) for each in found[PEOPLE]),
    )


class _Citing:
    """Values on the words of a span or token of one report."""

    def __init__(self, report: Report) -> None:
        self._text = report.text

    def __call__(self, span: Any, value: Any) -> Cited[Any]:
        start = span.start_char if hasattr(span, "start_char") else span.idx
        return Cited(self._text, start, start + len(span.text), value=value, rule="afternoon")


def _day(report: Report, words: str) -> str | None:
    base = datetime.fromisoformat(report.published[:10]) if report.published else None
    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past", **({"RELATIVE_BASE": base} if base else {})}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of days without a year, from the library's own use of strptime
        found = parse(words, languages=["en"], settings=settings)
    return found.date().isoformat() if found else None


def _country(name: str) -> str | None:
    hits = lexicon.load().find(name, kinds=("country", "demonym"))
    return hits[0].key if len(hits) == 1 else None
