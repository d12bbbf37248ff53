"""The schema is true of every reading, and false of what cannot be read back."""

import copy
from typing import Any

import jsonschema
import pytest

from communique import __version__
from communique.errors import BadReading
from communique.export.reading_schema import reading_schema
from communique.reading import Account, Body, Document, Head, Link, Masthead, Participant, Person, Reading, Statement
from communique.report import Cited

TEXT = "Quito. 3 May. Minister Ana Vela received General Juan Lobo; the 2nd session of the Staff Talks was agreed."


def cite(quote: str, value: Any = None) -> Cited[Any]:
    start = TEXT.index(quote)
    return Cited(TEXT, start, start + len(quote), value=quote if value is None else value, rule="test.hand")


def full_reading() -> Reading:
    """A reading with every field filled."""
    person = Person(id="P1", name=cite("Ana Vela"), rank=cite("Minister"), office=(cite("Minister"),))
    participant = Participant(
        person="P1",
        name=cite("Ana Vela"),
        rank=cite("General"),
        office=(cite("Minister"),),
        party=cite("Quito", "EC"),
        role=cite("received", "host"),
        leads=cite("received", True),
        mentions=(cite("Ana Vela"),),
    )
    account = Account(
        id="E1",
        kind=cite("received", "meeting"),
        status=cite("received", "held"),
        trigger=cite("received"),
        start=cite("3 May", "2021-05-03"),
        end=cite("3 May", "2021-05-03"),
        place=cite("Quito"),
        country=cite("Quito", "EC"),
        body=cite("Staff Talks"),
        session_number=cite("2nd", 2),
        participants=(participant,),
        topics=(cite("Staff Talks"),),
        outcomes=(cite("agreed"),),
        documents=(Document(name=cite("Staff Talks"), status=cite("agreed", "agreed")),),
    )
    undated = Account(
        id="E2",
        kind=cite("session"),
        status=cite("agreed", "planned"),
        trigger=cite("session"),
        undated="not reported",
    )
    return Reading(
        report=Masthead(
            id="r1",
            url="https://example.org/1",
            published="2021-05-03",
            title="Talks",
            publisher=cite("Quito"),
            attributed_to=cite("Quito"),
            dateline_place=cite("Quito"),
            dateline_date=cite("3 May", "2021-05-03"),
        ),
        reader="by hand",
        engagements=(account, undated),
        people=(person,),
        bodies=(
            Body(
                id="B1",
                name=cite("Staff Talks"),
                kind=cite("Talks", "staff talks"),
                parties=(cite("Quito", "EC"),),
                heads=(Head(name=cite("Ana Vela"), party=cite("Quito", "EC")),),
            ),
        ),
        statements=(
            Statement(speaker=cite("Ana Vela"), verb=cite("agreed"), content=cite("Staff Talks"), direct=True),
        ),
        links=(Link(from_id="E2", to_id="E1", relation="follows", evidence=cite("agreed")),),
    )


def valid(data: Any) -> bool:
    return jsonschema.Draft202012Validator(reading_schema()).is_valid(data)


def test_it_is_a_schema_of_this_version() -> None:
    schema = reading_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert (schema["$schema"], schema["title"], schema["version"]) == (
        "https://json-schema.org/draft/2020-12/schema",
        "Reading",
        __version__,
    )


def test_it_is_true_of_readings() -> None:
    empty = Reading(report=Masthead(id="r"), reader="by hand")
    for reading in (full_reading(), empty):
        jsonschema.validate(reading.to_json(), reading_schema(), jsonschema.Draft202012Validator)


WRONG: dict[str, list[Any]] = {  # what is broken: the path to it, and what stands there instead
    "kind": ["engagements", 0, "kind", "value", "brawl"],
    "uncited": ["engagements", 0, "place", "Quito"],
    "number": ["engagements", 0, "session_number", "value", "second"],
    "unknown field": ["engagements", 0, "weather", "fair"],
    "link by its field's name": ["links", 0, "from_id", "E1"],
    "undated": ["engagements", 1, "undated", "who knows"],
    "not a list": ["people", {}],
}


@pytest.mark.parametrize("path", WRONG.values(), ids=WRONG.keys())
def test_it_is_false_of_what_cannot_be_read_back(path: list[Any]) -> None:
    data = copy.deepcopy(full_reading().to_json())
    *way, key, wrong = path
    node = data
    for step in way:
        node = node[step]
    node[key] = wrong
    assert not valid(data)
    with pytest.raises(BadReading):
        Reading.from_json(data, TEXT)


def test_its_parts_have_plain_names() -> None:
    parts = reading_schema()["$defs"]
    assert {"CitedText", "CitedNumber", "CitedTruth", "CitedKind", "CitedStatus", "CitedRole"} < set(parts)
    assert set(parts["Link"]["properties"]) == {"from", "to", "relation", "evidence"}
    assert parts["Link"]["required"] == ["from", "to", "relation", "evidence"]
