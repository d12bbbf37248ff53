import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Take = Callable[..., Any]

PLAIN = """TALLINN, May 3. The Minister of Defence of Estonia, Mart Kask, received his
Latvian counterpart, Ilze Berzina, at the ministry on 3 May 2021.

They spoke about:
- exercises
- procurement

--\x20
Press office
"""
PAGE = """<html><body><h1>Ministers of Defence meet</h1><p>The Minister of Defence of Estonia, Mart Kask, received his
Latvian counterpart, Ilze Berzina, at the ministry in Tallinn on 3 May 2021, where both spoke about exercises.</p>
<p>The ministers agreed to meet once more in Riga before the end of the year, and to buy together.</p></body></html>"""


def mail(plain: str | None = PLAIN, page: str | None = None, subject: str = "Talks – in Tallinn") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Press <press@mod.example.ee>"
    made["Date"] = "Mon, 03 May 2021 23:30:00 -0500"
    made["Subject"] = subject
    made["Message-ID"] = "<talks@mod.example.ee>"
    if plain is not None:
        made.set_content(plain)
    if page is not None and plain is None:
        made.set_content(page, subtype="html")
    elif page is not None:
        made.add_alternative(page, subtype="html")
    return made


def zip_of(**files: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, text in files.items():
            made.writestr(f"{name}.txt", text)
    return stream.getvalue()


def test_the_plain_text_is_the_report(take_file: Take) -> None:
    (report,), problems = take_file("a.eml", mail().as_bytes())
    assert problems == []
    assert (report.id, report.title, report.published) == ("a", "Talks – in Tallinn", "2021-05-03")
    assert report.text == (
        "TALLINN, May 3. The Minister of Defence of Estonia, Mart Kask, received his Latvian counterpart, Ilze Berzina,"
        " at the ministry on 3 May 2021.\n\nThey spoke about:\n- exercises\n- procurement"
    )


@pytest.mark.parametrize("plain", [None, "This mail is in HTML."])
def test_html_where_the_plain_text_is_none(take_file: Take, plain: str | None) -> None:
    (report,), problems = take_file("letter", mail(plain, PAGE).as_bytes())
    assert problems == []
    assert report.title == "Talks – in Tallinn"
    assert report.text.startswith(
        "Ministers of Defence meet\n\nThe Minister of Defence of Estonia, Mart Kask, received"
    )


def test_what_was_passed_on_has_another_day(take_file: Take) -> None:
    (report,), _ = take_file("a.eml", mail(subject="Fwd: Talks").as_bytes())
    assert report.published is None


def test_attachments_are_taken_as_files(take_file: Take) -> None:
    made = mail()
    made.add_attachment("They met.", filename="../../etc/first.txt")
    made.add_attachment(zip_of(second="They parted."), maintype="application", subtype="zip", filename="more.zip")
    made.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="seal.png")
    made.add_attachment(mail("They wrote.", subject="Within"))
    reports, problems = take_file("a.eml", made.as_bytes())
    assert problems == []
    assert [(each.id, each.text) for each in reports[1:]] == [
        ("a/first", "They met.\n"),
        ("a/more/second", "They parted."),
        ("a/mail", "They wrote."),
    ]


def test_a_text_with_a_sender_is_a_text(take_file: Take) -> None:
    text = "From: the Ministry\nDate: 3 May\n\nThey met.\n"
    (report,), _ = take_file("a.txt", text.encode())
    assert report.text == text


def test_headers_in_no_known_encoding_and_a_mail_without_text(take_file: Take) -> None:
    raw = b"From: a\nMessage-ID: <b>\nSubject: =?klingon?q?abc?=\nDate: soon\nContent-Type: text/plain; charset=x\n\n"
    (report,), problems = take_file("a.eml", raw + b"Ils se sont r\xc3\xa9unis.\n")
    assert problems == []
    assert (report.text, report.published) == ("Ils se sont réunis.", None)
    reports, (problem,) = take_file("b.eml", raw)
    assert reports == []
    assert "is empty" in str(problem)


def test_mails_nested_without_end(take_file: Take) -> None:
    made = mail("0")
    for number in range(1, 8):
        outer = mail(str(number))
        outer.add_attachment(made)
        made = outer
    reports, (problem,) = take_file("a.eml", made.as_bytes())
    assert [each.text for each in reports] == ["7", "6", "5", "4"]
    assert "is attached within too many files" in str(problem)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(0, 1500), put=st.binary(max_size=20))
def test_a_broken_mail_stops_nothing(take_file: Take, cut: int, put: bytes) -> None:
    made = mail()
    made.add_attachment("They met.", filename="first.txt")
    raw = made.as_bytes()
    reports, problems = take_file("a.eml", raw[:cut] + put + raw[cut + 7 :])
    assert reports or problems


def test_a_mailbox(take_file: Take) -> None:
    first = mail("They met.\n\n>From here they went on.").as_bytes()
    second = mail("They parted.").as_bytes().replace(b"<talks@", b"<end@")
    again = mail("They met again.").as_bytes().replace(b"Message-ID", b"X-ID")
    box = b"".join(b"From press@mod.example.ee Mon May  3 23:30:00 2021\n" + each + b"\n" for each in (first, second))
    reports, problems = take_file("all.mbox", box + b"From -\n" + again)
    assert problems == []
    assert [(each.id, each.text) for each in reports] == [
        ("talks@mod.example.ee", "They met.\n\nFrom here they went on."),
        ("end@mod.example.ee", "They parted."),
        ("all:3", "They met again."),
    ]
    assert {each.published for each in reports} == {"2021-05-03"}


def test_a_text_that_begins_with_from_is_no_mailbox(take_file: Take) -> None:
    text = "From 3 to 5 May the ministers met.\nThey said: yes.\n\nFrom there they went on.\n"
    (report,), _ = take_file("a.txt", text.encode())
    assert report.text == text
