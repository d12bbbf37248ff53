"""A reading survives its JSON form, and nothing else is taken for one."""

import copy
import json
import pickle
from collections.abc import Iterable
from dataclasses import fields
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import jsonschema
import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from communique.errors import BadReading
from communique.export.reading_schema import reading_schema
from communique.reading import Account, Link, Masthead, Reading, citations, json_name
from communique.report import Citation, Cited

SIGNS = "aB é\u0301\n\r\t\0.😀👩‍✈️🇳🇴שלוםسلام\u200f\u202e\ud83d\ude00\ufeff"
WORDS = st.text(st.sampled_from(SIGNS) | st.characters(), min_size=1, max_size=12)

SCHEMA = jsonschema.Draft202012Validator(reading_schema())
SLOW = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def parts(kind: Any, text: str) -> st.SearchStrategy[Any]:
    """Any value of a type of the data model, its citations true of `text`; knows the model only by its types."""
    origin, arguments = get_origin(kind), get_args(kind)
    if NoneType in arguments:
        (some,) = (each for each in arguments if each is not NoneType)
        return st.none() | parts(some, text)
    if origin is Cited:
        return cited(arguments[0], text)
    if origin is tuple:
        return st.lists(parts(arguments[0], text), max_size=2).map(tuple)
    if origin is Literal:
        return st.sampled_from(arguments)
    if kind in PLAIN:
        return PLAIN[kind]
    hints = get_type_hints(kind)
    return st.builds(kind, **{each.name: parts(hints[each.name], text) for each in fields(kind)})


PLAIN: dict[Any, st.SearchStrategy[Any]] = {str: WORDS, int: st.integers(), bool: st.booleans()}


@st.composite
def cited(draw: st.DrawFn, kind: Any, text: str) -> Cited[Any]:
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return Cited(text, start, end, value=draw(parts(kind, text)), rule=draw(WORDS))


@st.composite
def readings(draw: st.DrawFn) -> tuple[str, Reading]:
    text = draw(WORDS)
    return text, draw(parts(Reading, text))


@SLOW
@given(readings())
def test_json_round_trip(drawn: tuple[str, Reading]) -> None:
    text, reading = drawn
    assert Reading.from_json(json.loads(json.dumps(reading.to_json())), text) == reading


@SLOW
@given(readings())
def test_the_schema_is_true_of_every_reading(drawn: tuple[str, Reading]) -> None:
    SCHEMA.validate(drawn[1].to_json())


@SLOW
@given(readings())
def test_every_citation_is_found_and_true(drawn: tuple[str, Reading]) -> None:
    text, reading = drawn
    found = citations(reading)
    assert all(text[each.start : each.end] == each.quote for each in found)
    assert len(found) == json.dumps(reading.to_json()).count('"rule": ')
    assert pickle.loads(pickle.dumps(reading)) == reading


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 30) | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["value", "id", "x"]), inner, max_size=2)
    ),
    max_leaves=3,
)


def places(node: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value within a JSON value."""
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [(*way, key) for key, _ in inner] + [place for key, each in inner for place in places(each, (*way, key))]


def _at(node: Any, way: Iterable[Any]) -> Any:
    for key in way:
        node = node[key]
    return node


@SLOW
@given(readings(), st.data())
def test_one_value_changed_is_refused_or_kept_as_it_is(drawn: tuple[str, Reading], data: st.DataObject) -> None:
    """Whatever stands in one place: BadReading and nothing else, or a reading that says exactly that."""
    text, reading = drawn
    changed = reading.to_json()
    *way, last = data.draw(st.sampled_from(places(changed)))
    node = _at(changed, way)
    node[last] = data.draw(
        JSON_VALUES | st.sampled_from([copy.deepcopy(_at(changed, place)) for place in places(changed)])
    )
    try:
        accepted = Reading.from_json(changed, text)
    except BadReading:
        event("refused")
    else:
        event("kept")
        assert json.dumps(accepted.to_json()) == json.dumps(changed)
        SCHEMA.validate(changed)


TEXT = "😀 Oslo, 3 May. Minister Mira Example met Nora Sample."


def words(quote: str, value: Any = None) -> Cited[Any]:
    start = TEXT.index(quote)
    return Cited(TEXT, start, start + len(quote), value=quote if value is None else value, rule="test.hand")


def small() -> dict[str, Any]:
    account = Account(
        id="E1",
        kind=words("met", "meeting"),
        status=words("met", "held"),
        trigger=words("met"),
        session_number=words("3", 3),
        undated="ambiguous",
    )
    link = Link(from_id="E1", to_id="E1", relation="follows", evidence=words("met"))
    return Reading(report=Masthead(id="r1"), reader="hand", engagements=(account,), links=(link,)).to_json()


REMOVED = object()
WRONG: dict[str, tuple[tuple[Any, ...], Any, str]] = {
    "no object": ((), [], "reading: expected an object, found list"),
    "a part that is no object": (("engagements", 0), "met", r"reading.engagements\[0\]: expected an object, found str"),
    "no list": (("engagements",), {}, "reading.engagements: expected a list, found dict"),
    "null for a list": (("people",), None, "reading.people: expected a list, found NoneType"),
    "unknown field": (("engagements", 0, "weather"), "fair", r"reading.engagements\[0\]: unknown field 'weather'"),
    "missing field": (("engagements", 0, "kind"), REMOVED, r"reading.engagements\[0\]: .*'kind'"),
    "missing report": (("report",), REMOVED, "reading: .*'report'"),
    "null for a required field": (("engagements", 0, "kind"), None, r"engagements\[0\].kind: expected a cited value"),
    "number for text": (("report", "id"), 1, "reading.report.id: expected str, found int"),
    "text for truth": (("statements",), [{"direct": "no"}], r"statements\[0\].direct: expected bool, found str"),
    "uncited": (("engagements", 0, "place"), "Oslo", r"engagements\[0\].place: expected a cited value"),
    "cited without a rule": (("engagements", 0, "trigger", "rule"), REMOVED, "trigger: expected a cited value"),
    "cited without a quote": (("engagements", 0, "trigger", "quote"), REMOVED, "trigger: expected a cited value"),
    "cited with more": (("engagements", 0, "trigger", "colour"), "red", "trigger: expected a cited value"),
    "no such kind": (
        ("engagements", 0, "kind", "value"),
        "brawl",
        "kind.value: 'brawl' is not one of 'meeting', 'call'",
    ),
    "a list for a kind": (("engagements", 0, "kind", "value"), ["meeting"], "kind.value: .* is not one of"),
    "no such relation": (
        ("links", 0, "relation"),
        "precedes",
        r"links\[0\].relation: 'precedes' is not one of 'part_of'",
    ),
    "no such reason": (("engagements", 0, "undated"), "unknown", "undated: 'unknown' is not one of 'not reported'"),
    "text for a number": (("engagements", 0, "session_number", "value"), "3", "value: expected int, found str"),
    "truth for a number": (("engagements", 0, "session_number", "value"), True, "value: expected int, found bool"),
    "offset as text": (("engagements", 0, "trigger", "start"), "3", "trigger.start: expected int, found str"),
    "offset as truth": (("engagements", 0, "trigger", "start"), True, "trigger.start: expected int, found bool"),
    "offset as fraction": (("engagements", 0, "trigger", "end"), 3.0, "trigger.end: expected int, found float"),
    "rule as number": (("engagements", 0, "trigger", "rule"), 7, "trigger.rule: expected str, found int"),
    "quote as number": (("engagements", 0, "trigger", "quote"), 7, "trigger.quote: expected str, found int"),
    "another quote": (("engagements", 0, "trigger", "quote"), "mat", "trigger: the text has 'met' at .*, not 'mat'"),
    "beyond the text": (("engagements", 0, "trigger", "end"), 999, "trigger: no words at"),
}


@pytest.mark.parametrize(("way", "wrong", "what"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_shape_is_refused_by_name(way: tuple[Any, ...], wrong: Any, what: str) -> None:
    Reading.from_json(small(), TEXT)
    holder: Any = {"it": copy.deepcopy(small())}
    node, (*steps, last) = holder, ("it", *way)
    for step in steps:
        node = node[step]
    if wrong is REMOVED:
        del node[last]
    else:
        node[last] = wrong
    with pytest.raises(BadReading, match=what):
        Reading.from_json(holder["it"], TEXT)


def test_what_may_be_left_out_is_empty() -> None:
    reading = Reading.from_json({"report": {"id": "r1"}, "reader": "hand"}, "")
    assert reading == Reading(report=Masthead(id="r1"), reader="hand")


def test_the_same_reading_is_not_true_of_another_text() -> None:
    with pytest.raises(BadReading, match="the text has"):
        Reading.from_json(small(), TEXT.replace("met", "saw"))


def test_links_say_from_and_to() -> None:
    (link,) = small()["links"]
    assert (link["from"], link["to"]) == ("E1", "E1")
    assert [json_name(each.name, each.metadata) for each in fields(Link)] == ["from", "to", "relation", "evidence"]


def test_citations_of_a_part_alone() -> None:
    assert citations(words("Oslo")) == [words("Oslo")]
    assert citations((words("Oslo"), words("met"))) == [words("Oslo"), words("met")]
    assert citations("Oslo") == []
    assert isinstance(citations(Reading.from_json(small(), TEXT))[0], Citation)
