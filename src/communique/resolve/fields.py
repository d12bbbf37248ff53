"""The fields that people decide on: what each is called, where in a reading it stands, and which values it takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from communique.reading import DocumentStatus, Kind, Role, Status
from communique.resolve.days import bounds

Value = str | int | bool

YES, NO = ("yes", "true"), ("no", "false")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of an engagement, person or body.

    `key` is its key in the reading's JSON, `within` the list of parts it is a field of (who takes part, documents),
    `many` says that it is a list of values, `part` that it stands for the whole part; `required` that there is always
    a value, so that it can be edited and not be rejected.
    """

    name: str
    key: str
    within: Literal["", "participants", "documents"] = ""
    many: bool = False
    part: bool = False
    required: bool = False
    takes: Literal["words", "day", "number", "yes or no", "code"] = "words"
    choices: tuple[str, ...] = ()

    def value(self, given: Value) -> Value:
        """The value that somebody means; raises ValueError, which says what it must be, where it can be none."""
        told = str(given).strip()
        if self.takes == "number":
            if not told.isdigit() or int(told) < 1:
                raise ValueError("a number from 1")
            return int(told)
        if self.takes == "yes or no":
            if told.casefold() not in YES + NO:
                raise ValueError("yes or no")
            return told.casefold() in YES
        if self.takes == "day" and ("/" in told or bounds(told) is None):
            raise ValueError("a day, month or year: 2017-10-24, 2017-10 or 2017")
        if self.choices and told not in self.choices:
            raise ValueError(f"one of {', '.join(self.choices)}")
        if not told:
            raise ValueError("a value")
        return told


def _fields(*fields: Field) -> dict[str, Field]:
    return {each.name: each for each in fields}


def _taking_part(name: str, key: str = "", **more: Any) -> Field:
    return Field(name=name, key=key or name, within="participants", **more)


FIELDS: Mapping[str, Mapping[str, Field]] = {
    "engagement": _fields(
        Field(name="kind", key="kind", required=True, choices=get_args(Kind)),
        Field(name="status", key="status", required=True, choices=get_args(Status)),
        Field(name="start", key="start", takes="day"),
        Field(name="end", key="end", takes="day"),
        Field(name="place", key="place"),
        Field(name="country", key="country", takes="code"),
        Field(name="body", key="body"),
        Field(name="session_number", key="session_number", takes="number"),
        Field(name="topic", key="topics", many=True),
        Field(name="outcome", key="outcomes", many=True),
        _taking_part("participant", "name", part=True),
        _taking_part("name"),
        _taking_part("rank"),
        _taking_part("office", many=True),
        _taking_part("party", takes="code"),
        _taking_part("role", choices=get_args(Role)),
        _taking_part("leads", takes="yes or no"),
        Field(name="document", key="name", within="documents", part=True),
        Field(name="document_status", key="status", within="documents", choices=get_args(DocumentStatus)),
    ),
    "person": _fields(
        Field(name="name", key="name", required=True),
        Field(name="rank", key="rank"),
        Field(name="office", key="office", many=True),
        Field(name="party", key="party", takes="code"),
    ),
    "body": _fields(
        Field(name="name", key="name", required=True),
        Field(name="alias", key="aliases", many=True),
        Field(name="kind", key="kind"),
        Field(name="party", key="parties", many=True, takes="code"),
        Field(name="area", key="areas", many=True),
    ),
}
"""By kind of thing and name of field."""
