from dataclasses import replace
from typing import Any

from communique.reading import Account, Body, Head, Masthead, Participant, Person, Reading
from communique.report import Cited, Report
from communique.resolve.forms import body_forms, person_forms

REPORT = Report(id="r", text="-", published="2021-02-09")


def told(value: Any) -> Cited[Any]:
    return Cited(REPORT.text, 0, 1, value=value, rule="test.hand")


def person(id: str, name: str, party: str | None, *mentions: str, **parts: Any) -> Person:  # noqa: A002
    mentioned = tuple(told(each) for each in mentions)
    return Person(id=id, name=told(name), party=told(party) if party else None, mentions=mentioned, **parts)


def reading(**parts: Any) -> Reading:
    return Reading(report=Masthead(id="r", published="2021-02-09"), reader="test", **parts)


def session(body: str, **parts: Any) -> Account:
    return Account(id="E1", kind=told("session"), status=told("held"), trigger=told("met"), body=told(body), **parts)


MINISTER = person(
    "P1", "Said Al Hinawi", "OM", "Al Hinawi", rank=told("General"), office=(told("Minister of Defence"),)
)
GUEST = Participant(name=told("Marburton"), party=told("GB"), rank=told("General"))


def test_a_form_holds_all_that_the_report_tells_of_it() -> None:
    account = session(
        "x", participants=(Participant(person="P1", office=(told("minister"),)), GUEST), country=told("QA")
    )
    forms = person_forms(REPORT, reading(people=(MINISTER,), engagements=(account,)))
    by_name = {each.folded: each for each in forms.values()}
    minister = by_name["said al hinawi"]
    assert minister.written == ("Al Hinawi", "Said Al Hinawi")
    assert (minister.offices, minister.ranks) == (("Minister of Defence", "minister"), ("General",))
    assert (minister.company, minister.seen) == (("GB", "OM", "QA"), ("2021-02-09", "2021-02-09"))
    assert (minister.vague, minister.scope) == (False, "")
    assert by_name["marburton"].vague
    assert set(forms) == {each.id for each in forms.values()}


def test_a_vague_name_is_somebody_in_a_post_and_year() -> None:
    alone = person("P1", "Al Hinawi", "OM", office=(told("Minister of Defence"),))
    same = person("P1", "Al Hinawi", "OM", office=(told("Defence Minister"),))
    other = person("P1", "Al Hinawi", "OM", office=(told("Ambassador"),))
    nothing = person("P1", "Al Hinawi", "OM")
    ids = [set(person_forms(REPORT, reading(people=(each,)))) for each in (alone, same, other, nothing)]
    assert ids[0] == ids[1] != ids[2]
    elsewhere = Report(id="s", text="--", published="2021-05-05")
    assert set(person_forms(elsewhere, reading(people=(alone,)))) == ids[0]
    assert set(person_forms(elsewhere, reading(people=(nothing,)))) != ids[3]
    later = replace(reading(people=(alone,)), report=Masthead(id="r", published="2022-02-09"))
    assert set(person_forms(REPORT, later)) != ids[0]


def test_heads_of_bodies_are_people() -> None:
    body = Body(id="B1", name=told("Joint Military Committee"), heads=(Head(name=told("Ana Reyes"), party=told("PE")),))
    (form,) = person_forms(REPORT, reading(bodies=(body,))).values()
    assert (form.folded, form.party, form.written) == ("ana reyes", "PE", ("Ana Reyes",))


def test_forms_of_bodies() -> None:
    names = told("Joint Military Follow-up Committee"), told("the committee"), told("Joint Military Committee")
    body = Body(id="B1", name=names[0], aliases=names[1:], parties=(told("DZ"), told("TN")))
    account = session(names[0].value, session_number=told(3), start=told("2021-02-08"))
    forms = {each.folded: each for each in body_forms(REPORT, reading(bodies=(body,), engagements=(account,))).values()}
    committee = forms["joint military follow up committee"]
    assert (committee.others, committee.parties) == (("the committee",), ("DZ", "TN"))
    assert committee.met == ((3, ("2021-02-08", "2021-02-08")),)
    assert not committee.vague
    assert forms.keys() == {committee.folded, "joint military committee"}  # told apart by a word


def test_a_generic_name_of_a_body_is_of_its_report() -> None:
    body = Body(id="B1", name=told("working group"), parties=(told("IR"), told("KZ")))
    (here,) = body_forms(REPORT, reading(bodies=(body,))).values()
    (there,) = body_forms(Report(id="s", text="--"), reading(bodies=(body,))).values()
    assert here.vague
    assert (here.scope, here.id == there.id) == (REPORT.digest, False)
