"""What was on the table: lists of documents, topics and statements, with what restricts them."""

from typing import Annotated, Literal

from fastapi import Query

from communique.reading import DocumentStatus
from communique.record import DocumentFilter, Listed, StatementFilter
from communique.record.entries import Statement
from communique.record.questions import DocumentLine, Topics
from communique.web import lists
from communique.web.page import Page, Table
from communique.web.pages import pages
from communique.web.pages.asked import (
    SHOWN,
    After,
    Day,
    Limit,
    More,
    Parties,
    Party,
    Value,
    Words,
    Year,
    beyond,
    code,
    codes,
)
from communique.web.view import Viewing

Status = DocumentStatus | Literal[""]


@pages.add("/documents", "documents.html", Listed[DocumentLine], table=True)
def documents(
    view: Viewing,
    text: Words = None,
    party: Parties = [],  # noqa: B006
    status: Status = "",
    year: Year = None,
    since: Day = None,
    until: Day = None,
    open: Annotated[bool, Query(description="Only what is not reported signed.")] = False,  # noqa: A002
    limit: Limit = SHOWN,
    after: After = 0,
    more: More = None,
) -> Page:
    """The documents of encounters, the latest first: by name, parties, status, year and days."""
    of = codes(party)
    asked = {"text": text, "party": of, "status": status, "year": year, "since": since, "until": until, "open": open}
    found = view.record.listed(
        DocumentFilter(
            parties=of,
            status=status or None,
            text=text or None,
            year=year or None,
            from_day=since or None,
            to_day=until or None,
            only_open=open,
            limit=limit,
            after=after,
        ),
        facets=True,
        more=more,
    )
    header = ("name", "status", "open", "engagement", "kind", "day", "parties", "report", "start", "end")
    rows = [
        (
            *(each.name.value, each.status, each.open, each.engagement, each.kind, each.day, " ".join(each.parties)),
            *(each.name.report, each.name.start, each.name.end),
        )
        for each in found.entries
    ]
    fields = ("text", "party", "since", "until", "open")
    table = Table(header=header, rows=rows)
    return lists.listing("documents", found, asked, table=table, limit=beyond(limit), fields=fields, more=more)


@pages.add("/topics", "topics.html", Topics, table=True)
def topics(
    view: Viewing,
    text: Words = None,
    party: Parties = [],  # noqa: B006
    since: Day = None,
    until: Day = None,
    by: Annotated[Literal["first", "often"], Query(description="The newest or the most frequent first.")] = "first",
    limit: Limit = SHOWN,
    after: After = 0,
) -> Page:
    """The topics of encounters: by words and parties, and by when they first came up."""
    of = codes(party)
    found = view.record.topics(
        parties=of,
        text=text or None,
        first=by == "first",
        from_day=since or None,
        to_day=until or None,
        limit=limit,
        after=after,
    )
    header = ("topic", "first", "last", "engagements", "engagement", "report", "start", "end")
    rows = [
        (
            *(each.topic.value, each.first, each.last, each.engagements, each.engagement),
            *(each.topic.report, each.topic.start, each.topic.end),
        )
        for each in found.lines
    ]
    asked = {"text": text, "party": of, "since": since, "until": until, "by": by if by != "first" else None}
    listed = Listed(entries=found.lines, total=found.total, after=after)
    table = Table(header=header, rows=rows)
    return lists.listing("topics", listed, asked, table=table, data=found, limit=beyond(limit), fields=tuple(asked))


@pages.add("/statements", "statements.html", Listed[Statement], table=True)
def statements(
    view: Viewing,
    text: Words = None,
    speaker: Annotated[str | None, Query(max_length=200, description="An id, or words of a name or office.")] = None,
    party: Party = None,
    verb: Annotated[str | None, Query(max_length=50, description="The verb of saying, or its beginning.")] = None,
    outlet: Value = None,
    year: Year = None,
    limit: Limit = SHOWN,
    after: After = 0,
    more: More = None,
) -> Page:
    """What was said, by the day of its report: by words, speaker, party, verb, outlet and year."""
    asked = {"text": text, "speaker": speaker, "party": code(party), "verb": verb, "outlet": outlet, "year": year}
    found = view.record.listed(
        StatementFilter(
            text=text or None,
            speaker=speaker or None,
            party=code(party),
            verb=verb or None,
            outlet=outlet or None,
            year=year or None,
            limit=limit,
            after=after,
        ),
        facets=True,
        more=more,
    )
    header = ("id", "speaker", "person", "party", "verb", "content", "addressee", "direct", "report", "start", "end")
    rows = [
        (
            *(each.id, each.speaker.value, each.person, each.party, each.verb.value, each.content.value),
            *(each.addressee.value if each.addressee else None, each.direct),
            *(each.content.report, each.content.start, each.content.end),
        )
        for each in found.entries
    ]
    fields = ("text", "speaker", "party", "verb")
    table = Table(header=header, rows=rows)
    return lists.listing("statements", found, asked, table=table, limit=beyond(limit), fields=fields, more=more)
