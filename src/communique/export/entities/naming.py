"""What is told of an engagement in one line, and names for what has no id in the record."""

import hashlib

from communique.record.entries import Engagement, Posting
from communique.resolve import fold
from communique.wording import parties

DIGITS = 12  # of the ids made here, as many as the record's own have


def title(engagement: Engagement) -> str:
    """`Meeting of Georgia and Armenia`; a body by its name: `Session of the Joint Working Group`."""
    kind = engagement.kind.value.capitalize()
    if engagement.body:
        number = f" {engagement.session_number.value}" if engagement.session_number else ""
        return f"{kind}{number} of {engagement.body.value}"
    names = [parties.name(each) for each in engagement.parties]
    if not names:
        return kind
    return f"{kind} of {', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else f"{kind} of {names[0]}"


def id_of(kind: str, *parts: str | None) -> str:
    """An id for what these parts tell apart: the same parts always have the same."""
    told = "\n".join(part or "" for part in parts)
    return f"{kind}-{hashlib.sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:DIGITS]}"


def post_id(posting: Posting) -> str:
    """The id of the post that somebody holds: an office of a party, however it is capitalised."""
    return id_of("O", posting.party, fold(posting.office or ""))


def report_id(report: str) -> str:
    """The id of a report, without the characters that its own may have."""
    return id_of("R", report)
