"""The questions a record is kept for: one module a question, each answer cited and with what it rests on.

`coverage` says of an answer which reports, outlets and days it rests on; a number without that is no answer.
"""

from communique.record.entries import Coverage
from communique.record.questions.against import Against, against
from communique.record.questions.compare import Comparison, compare
from communique.record.questions.contact import By, Contact, Per, Period, contact
from communique.record.questions.coverage import Covered, Outlet, covered
from communique.record.questions.documents import DocumentLine, Documents, documents
from communique.record.questions.encounters import Encounter, encounters
from communique.record.questions.holders import Holder, Holders, holders
from communique.record.questions.pending import Pending, PendingLine, pending
from communique.record.questions.places import PlaceLine, Places, Unplaced, places
from communique.record.questions.ties import Among, Tie, Tied, Ties, ties
from communique.record.questions.topics import TopicLine, Topics, topics

__all__ = [
    "Against",
    "Among",
    "By",
    "Comparison",
    "Contact",
    "Coverage",
    "Covered",
    "DocumentLine",
    "Documents",
    "Encounter",
    "Holder",
    "Holders",
    "Outlet",
    "Pending",
    "PendingLine",
    "Per",
    "Period",
    "PlaceLine",
    "Places",
    "Tie",
    "Tied",
    "Ties",
    "TopicLine",
    "Topics",
    "Unplaced",
    "against",
    "compare",
    "contact",
    "covered",
    "documents",
    "encounters",
    "holders",
    "pending",
    "places",
    "ties",
    "topics",
]
