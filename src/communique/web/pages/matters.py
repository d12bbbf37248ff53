"""What was on the table: lists of documents, topics and statements, with what restricts them."""

from typing import Annotated, Literal, get_args

from fastapi import Query

from communique.reading import DocumentStatus
from communique.record.entries import Statement
from communique.record.looking.listing import Listed
from communique.record.questions import Documents, Topics
from communique.web.page import Page, Table
from communique.web.pages import pages
from communique.web.pages.asked import SHOWN, Day, Limit, Parties, Party, Words, codes
from communique.web.view import Viewing
from communique.wording import parties

Status = DocumentStatus | Literal[""]


@pages.add("/documents", "documents.html", Documents, table=True)
def documents(
    view: Viewing,
    text: Words = None,
    party: Parties = [],  # noqa: B006
    status: Status = "",
    since: Day = None,
    until: Day = None,
    open: Annotated[bool, Query(description="Only what is not reported signed.")] = False,  # noqa: A002
    limit: Limit = SHOWN,
) -> Page:
    """The documents of encounters, the latest first: by name, parties, status and days."""
    found = view.record.documents(
        parties=codes(party),
        status=status or None,
        text=text or None,
        from_day=since or None,
        to_day=until or None,
        only_open=open,
        limit=limit,
    )
    header = ("name", "status", "open", "engagement", "kind", "day", "parties", "report", "start", "end")
    rows = [
        (
            *(each.name.value, each.status, each.open, each.engagement, each.kind, each.day, " ".join(each.parties)),
            *(each.name.report, each.name.start, each.name.end),
        )
        for each in found.lines
    ]
    asked = {"text": text, "party": party, "status": status, "since": since, "until": until, "open": open}
    shown = {"asked": asked, "statuses": get_args(DocumentStatus)}
    return Page(title="Documents", data=found, shown=shown, table=Table(header=header, rows=rows))


@pages.add("/topics", "topics.html", Topics, table=True)
def topics(
    view: Viewing,
    text: Words = None,
    party: Parties = [],  # noqa: B006
    since: Day = None,
    until: Day = None,
    by: Annotated[Literal["first", "often"], Query(description="The newest or the most frequent first.")] = "first",
    limit: Limit = SHOWN,
) -> Page:
    """The topics of encounters: by words and parties, and by when they first came up."""
    found = view.record.topics(
        parties=codes(party),
        text=text or None,
        first=by == "first",
        from_day=since or None,
        to_day=until or None,
        limit=limit,
    )
    header = ("topic", "first", "last", "engagements", "engagement", "report", "start", "end")
    rows = [
        (
            *(each.topic.value, each.first, each.last, each.engagements, each.engagement),
            *(each.topic.report, each.topic.start, each.topic.end),
        )
        for each in found.lines
    ]
    asked = {"text": text, "party": party, "since": since, "until": until, "by": by if by != "first" else None}
    return Page(title="Topics", data=found, shown={"asked": asked}, table=Table(header=header, rows=rows))


@pages.add("/statements", "statements.html", Listed[Statement], table=True)
def statements(
    view: Viewing,
    text: Words = None,
    speaker: Annotated[str | None, Query(max_length=200, description="An id, or words of a name or office.")] = None,
    party: Party = None,
    verb: Annotated[str | None, Query(max_length=50, description="The verb of saying, or its beginning.")] = None,
    limit: Limit = SHOWN,
) -> Page:
    """What was said, by the day of its report: by words, speaker, party and verb."""
    found = view.record.first_statements(
        limit,
        text=text or None,
        speaker=speaker or None,
        party=parties.code(party) if party else None,
        verb=verb or None,
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
    asked = {"text": text, "speaker": speaker, "party": party, "verb": verb}
    return Page(title="Statements", data=found, shown={"asked": asked}, table=Table(header=header, rows=rows))
