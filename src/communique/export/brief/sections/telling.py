"""How an engagement, those who took part, and a day are put in a brief."""

from collections.abc import Iterator, Sequence

from communique.export.brief.asking import Citing, Known
from communique.export.brief.dossier import Point
from communique.export.texts import in_xml
from communique.record.entries import Engagement, Participant, Told
from communique.resolve.days import span
from communique.wording import parties, words

NAMED = 3  # people a side; more are counted
MARKS = 3  # of one point


def days(told: Engagement) -> tuple[str, str] | None:
    """The first and last day (ISO) that an engagement may cover; None where it has no day."""
    return span(told.start.value if told.start else None, told.end.value if told.end else None)


def when(told: Engagement) -> str:
    """Its days in words, or that none is told."""
    start, end = told.start, told.end
    return words.dates(start.value if start else None, end.value if end else None, undated="day not told")


def what(told: Engagement, *, most: int) -> str:
    """What it is and where: `3rd session of the Joint Working Group, Tbilisi`."""
    kind: str = told.kind.value
    if kind == "signing" and told.documents:
        kind += f" of the {_without_article(told.documents[0].name.value)}"
    if told.session_number:
        kind = f"{words.ordinal(told.session_number.value)} {kind}"
    if told.body:
        kind += f" of the {_without_article(told.body.value)}"
    where = f", {_placed(told.place.value)}" if told.place else ""
    return clipped(f"{capital(kind)}{where}", most)


def sides(told: Engagement, of: Sequence[str], *, most: int) -> tuple[str, tuple[Told[str] | None, ...]]:
    """Who took part for each of these parties, and who else, each in its share of the signs; with what it rests on."""
    told_of: list[str] = []
    cited: list[Told[str] | None] = []
    for party in of:
        side = [each for each in told.participants if each.party and each.party.value == party]
        people = [each for each in side if each.name or each.office]
        if people:
            named = "; ".join(person(each) for each in people[:NAMED])
            more = f"; {len(people) - NAMED} more" if len(people) > NAMED else ""
            told_of.append(f"{parties.name(party)}: {named}{more}")
            cited += [each.name or each.office[0] for each in people[:NAMED]]
    if sum(map(len, told_of)) > most:
        told_of = [clipped(each, most // len(told_of)) for each in told_of]
    others = {each.party.value: each.party for each in told.participants if each.party and each.party.value not in of}
    if others:
        more = f" and {len(others) - NAMED} more" if len(others) > NAMED else ""
        told_of.append(f"with {', '.join(map(parties.name, list(others)[:NAMED]))}{more}")
        cited += list(others.values())[:NAMED]
    return " · ".join(told_of), tuple(cited)


def who(told: Engagement, known: Known, citing: Citing, *, most: int) -> Iterator[Point]:
    """Who took part or is to, as a point of its own; none where nobody is named."""
    text, cited = sides(told, known.parties, most=most)
    if text:
        yield Point(label="Who", text=text, cited=citing.passages(*cited)[:MARKS])


def person(told: Participant) -> str:
    """Somebody with rank and office as told, and whether they led."""
    office = told.office[0].value if told.office else None
    name = " ".join(plain(each.value) for each in (told.rank, told.name) if each)
    who = ", ".join(part for part in (name, plain(office) if office else "") if part)
    return f"{who} (led)" if told.leads and told.leads.value else who


def listed(values: Sequence[Told[str]], *, items: int, most: int) -> str:
    """The first of these values; more are counted."""
    shown = [plain(each.value) for each in values[:items]]
    if len(values) > items:
        shown.append(f"{len(values) - items} more")
    return clipped("; ".join(shown), most)


def plain(text: str) -> str:
    """A value on one line, without what no page can hold."""
    return words.line(in_xml(text))


def clipped(text: str, most: int) -> str:
    """A text on one line, at most so many signs of it."""
    return words.short(in_xml(text), most)


def capital(text: str) -> str:
    """The text with a capital where it begins."""
    return text[:1].upper() + text[1:]


def left_out(total: int, shown: int, noun: str, plural: str | None = None) -> str | None:
    """That more was told than is shown; None where all is."""
    several = plural or f"{noun}s"
    return f"{words.count(total - shown, f'more {noun}', f'more {several}')} left out" if total > shown else None


def latest_first(engagements: Sequence[Engagement]) -> list[Engagement]:
    """Engagements by last day, the latest first; those without a day last."""
    ordered = sorted(engagements, key=lambda each: each.id)
    return sorted(ordered, key=lambda each: (days(each) or ("", ""))[1], reverse=True)


def _without_article(name: str) -> str:
    return plain(name).removeprefix("the ").removeprefix("The ")


def _placed(place: str) -> str:
    """A place as written; where a dateline has it in capitals, with one."""
    shown = plain(place)
    return shown.title() if shown.isupper() and len(shown) > len("USA") else shown
