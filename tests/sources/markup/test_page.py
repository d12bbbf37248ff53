"""Pages in the style of ministries' sites, each beside the article a desk officer would cut out of it."""

import json
from pathlib import Path

import pytest

from communique.sources.confined import Refused
from communique.sources.markup.page import read_page

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
BODY = (
    "<p>The Minister of Defence received the Ambassador of Peru in Quito and discussed joint training with him.</p>" * 2
)

FIELDS = ("title", "url", "published", "publisher")
ARTICLE = {"@type": "Article", "datePublished": "2019-05-03"}


def linked(*data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def page(head: str = "", body: str = BODY) -> bytes:
    return f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.stem))
def test_the_article_is_taken_and_nothing_else(path: Path) -> None:
    found = read_page(path.read_bytes())
    head = "".join(f"{name}: {value}\n" for name in FIELDS if (value := getattr(found, name)))
    assert f"{head}\n{found.text}\n" == path.with_suffix(".txt").read_text(encoding="utf-8")
    assert found.notes == ()


def test_there_is_an_article_beside_each_page() -> None:
    assert len(PAGES) >= 12
    assert all(path.with_suffix(".txt").exists() for path in PAGES)


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ('<meta property="article:published_time" content="2019-05-03T00:30:00+04:00">', "", "2019-05-03"),
        ('<meta name="DC.date.issued" content="3 May 2019">', "", "2019-05-03"),
        ('<meta name="dcterms.issued" content="2019-05">', "", None),
        ('<meta property="article:modified_time" content="2019-05-03">', "", None),
        ('<meta name="date" content="1970-01-01T00:00:00Z">', "", None),
        ('<meta name="date" content="03/04/2019">', "", None),
        (linked(ARTICLE), "", "2019-05-03"),
        (linked(ARTICLE, {**ARTICLE, "datePublished": "2018-01-01"}), "", None),
        (linked({**ARTICLE, "@type": "Event"}), "", None),
        ("", '<h1>Talks in Quito</h1><time datetime="2019-05-03">May</time>', "2019-05-03"),
        ("", "<h1>Talks in Quito</h1><div>Friday, May 3rd, 2019 at 4:15 pm</div>", "2019-05-03"),
        ("", "<h1>Talks in Quito</h1><div>03.05.2019 15:30 | Views: 12</div>", "2019-05-03"),
        ("", "<div>2019/05/03</div><h1>Talks in Quito</h1>", "2019-05-03"),
        ("", "<h1>Talks in Quito</h1><div>05/13/2019</div>", "2019-05-13"),
        ("", "<h1>Talks in Quito</h1><div>04/03/2019</div>", None),
        ("", "<h1>Talks in Quito</h1><div>Last updated: 3 May 2019</div>", None),
        ("", "<h1>Talks in Quito</h1><div>31 February 2019</div>", None),
        ("", "<h1>Talks in Quito</h1><div>3 May 2019</div><div>4 May 2019</div>", None),
        ("", "<h1>Talks in Quito</h1><p>The talks of 3 May 2019 went on.</p>", None),
        ("", "", None),
    ],
)
def test_the_day_is_what_the_page_says_and_no_other(head: str, body: str, day: str | None) -> None:
    footer = '<footer>© 2021. <time datetime="2021-01-01">1 January 2021</time></footer>'
    assert read_page(page("<title>Talks in Quito</title>" + head, body + BODY + footer)).published == day


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://example.org/a?id=1">', "https://example.org/a?id=1"),
        ('<base href="https://example.org/x/"><link rel="canonical" href="b">', "https://example.org/x/b"),
        ('<link rel="canonical" href="/b">', None),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ('<link rel="canonical" href="file:///etc/passwd">', None),
        ('<link rel="canonical" href="https://[broken">', None),
        ('<meta property="og:url" content="https://example.org/c">', "https://example.org/c"),
        (
            "<!-- saved from url=(0024)https://example.org/deep --><link rel=canonical href='https://example.org/'>",
            "https://example.org/deep",
        ),
        ("<!--\n Page saved with SingleFile\n url: https://example.org/d \n-->", "https://example.org/d"),
    ],
)
def test_the_address_is_the_canonical_one(head: str, url: str | None) -> None:
    assert read_page(page(head)).url == url


def test_what_is_known_from_elsewhere_outranks_the_page() -> None:
    found = read_page(page('<link rel="canonical" href="https://example.org/a">'), url="https://example.org/b")
    assert found.url == "https://example.org/b"
    body = (
        "<p>Le ministre de la D\u00e9fense a re\u00e7u hier son homologue \u00e0 Yaound\u00e9 pour des entretiens.</p>"
        * 2
    )
    raw = page(body=body).replace(b"<meta charset=utf-8>", b"").decode().encode("cp1252")
    assert "Yaound\u00e9" in read_page(raw, encoding="iso-8859-1").text


def test_an_encoding_that_is_only_guessed_is_said() -> None:
    body = (
        "<p>Le ministre de la D\u00e9fense a re\u00e7u hier son homologue \u00e0 Yaound\u00e9 pour des entretiens.</p>"
        * 2
    )
    found = read_page(f"<html><body>{body}</body></html>".encode("cp1252"))
    assert "Yaound\u00e9" in found.text
    ((what, _),) = found.notes
    assert "read as cp1252" in what


def test_a_page_of_two_sentences_is_read_whole() -> None:
    found = read_page(b"<nav>Menu</nav><p>The minister met.</p><p>They talked.</p><footer>Contact</footer>")
    assert found.text == "The minister met.\n\nThey talked."


def test_what_scripts_would_write_is_no_text() -> None:
    hidden = "<script>document.write('<p>The President met nobody.</p>')</script><template><p>Not shown.</p></template>"
    text = read_page(page(body=BODY + hidden + "<noscript>Enable scripts.</noscript>")).text
    assert "nobody" not in text
    assert "Not shown" not in text
    assert "Enable" not in text


def test_look_alike_letters_stay_what_they_are() -> None:
    body = (
        "<p>The Minist\u0435r of Defence received the Ambassador of P\u0435ru in Quito, and they discussed training.</p>"
        * 2
    )
    assert "Minist\u0435r" in read_page(page(body=body)).text  # with Cyrillic letters, as it was published


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"<html><body>" + b"<p>x" * 50_000, "more than 20,000 tags"),
        (b"<html><body>" + b"<div>" * 5000 + BODY.encode(), "elements within each other"),
        (b"<html>" + bytes(range(128, 256)), "in an encoding that cannot be told"),
    ],
)
def test_what_is_beyond_all_measure_is_refused(raw: bytes, what: str) -> None:
    with pytest.raises(Refused) as refused:
        read_page(raw)
    assert what in refused.value.said[0]


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ('<meta property="og:site_name" content="Ministry of &amp;amp; Defence">', "Ministry of & Defence"),
        (linked({**ARTICLE, "publisher": {"@type": "Organization", "name": "Kura News"}}), "Kura News"),
        (
            linked({"@graph": [{**ARTICLE, "publisher": {"@id": "/#o"}}, {"@id": "/#o", "name": "Kura News"}]}),
            "Kura News",
        ),
        (linked({**ARTICLE, "publisher": {"@id": "/#o"}}, {"@id": "/#p", "name": "Another"}), None),
        (linked({**ARTICLE, "publisher": "One"}, {**ARTICLE, "publisher": "Two"}), None),
        (linked({"@type": "Organization", "name": "No publisher"}), None),
    ],
)
def test_the_publisher_is_whom_the_page_says(head: str, publisher: str | None) -> None:
    assert read_page(page(head)).publisher == publisher
