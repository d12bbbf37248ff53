from collections.abc import Callable
from typing import Any

import pytest

from communique.sources.formats import feed

Take = Callable[..., Any]

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ministry</title>
<item><title>Talks in &lt;b&gt;Oslo&lt;/b&gt;</title><link>https://example.org/1</link><guid>tag:1</guid>
<pubDate>Fri, 03 May 2019 00:30:00 +0400</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>The Minister met&nbsp;his <em>counterpart</em>
of Chile.</p><p>They talked.<br/>Then they <script>alert(1)</script>left.</p><ul><li>one</li><li>two</li></ul>
]]></content:encoded>
</item>
<item><title>Visit</title><link>https://example.org/2</link><description>Plain &amp;amp; short – ê.</description></item>
</channel></rss>
"""

ATOM = """<?xml version="1.0"?>
<!-- <rss> is not what this is -->
<feed xmlns="http://www.w3.org/2005/Atom"><title>Ministry</title>
<entry><id>urn:a</id><title type="html">A &amp;amp; B</title><link href="https://example.org/a"/>
<published>2019-05-03T00:30:00+04:00</published><updated>2019-06-01T00:00:00Z</updated>
<content type="text">They met.
They talked &lt;briefly&gt;.</content></entry>
<entry><id>urn:b</id><updated>2019-06-01T00:00:00Z</updated>
<summary type="html">&lt;p&gt;They met.&lt;/p&gt;</summary></entry>
</feed>
"""


@pytest.mark.parametrize("name", ["feed.xml", "feed.txt", "feed"])
def test_rss(take_file: Take, name: str) -> None:
    reports, problems = take_file(name, RSS.format(encoding="utf-8").encode())
    assert problems == []
    one, two = reports
    assert (one.id, one.url, one.published, one.title) == (
        "tag:1",
        "https://example.org/1",
        "2019-05-03",
        "Talks in Oslo",
    )
    assert one.publisher == two.publisher == "Ministry"
    assert one.text == "The Minister met his counterpart of Chile.\n\nThey talked.\nThen they left.\n\none\n\ntwo"
    assert (two.id, two.published, two.text) == ("https://example.org/2", None, "Plain & short – ê.")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252"])
def test_other_encodings(take_file: Take, encoding: str) -> None:
    reports, _ = take_file("feed.xml", RSS.format(encoding=encoding.removesuffix("-sig")).encode(encoding))
    assert reports[1].text == "Plain & short – ê."


def test_an_encoding_that_is_not_named(take_file: Take) -> None:
    raw = RSS.replace(' encoding="{encoding}"', "").replace("Short", "Café à Yaoundé, réunion").encode("cp1252")
    reports, (problem,) = take_file("feed.xml", raw)
    assert reports[1].text == "Plain & short – ê."
    assert not problem.lost
    assert "read as cp1252" in str(problem)


def test_atom(take_file: Take) -> None:
    reports, problems = take_file("feed.xml", ATOM.encode())
    assert problems == []
    one, two = reports
    assert (one.id, one.url, one.published, one.title) == ("urn:a", "https://example.org/a", "2019-05-03", "A & B")
    assert one.text == "They met.\nThey talked <briefly>."
    assert (two.id, two.published, two.title, two.text) == ("urn:b", None, None, "They met.")


def test_rdf(take_file: Take) -> None:
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>M</title></channel>
    <item><title>T</title><link>https://example.org/1</link><dc:date>2019-05-03</dc:date>
    <description>They met.</description></item></rdf:RDF>"""
    (report,), problems = take_file("feed.rdf", rdf.encode())
    assert problems == []
    assert (report.id, report.published, report.text) == ("https://example.org/1", "2019-05-03", "They met.")


def test_a_date_that_is_none_is_said(take_file: Take) -> None:
    reports, (problem,) = take_file("f.xml", ATOM.replace("2019-05-03T00:30:00+04:00", "last Friday").encode())
    assert reports[0].published is None
    assert "entry 'urn:a': published is 'last Friday'" in str(problem)
    assert not problem.lost


def test_an_entry_without_text_is_named_and_the_rest_is_read(take_file: Take) -> None:
    emptied = RSS.format(encoding="utf-8").replace("Plain &amp;amp; short – ê.", "<![CDATA[<p> </p>]]>")
    reports, (problem,) = take_file("f.xml", emptied.encode())
    assert [each.id for each in reports] == ["tag:1"]
    assert "entry 'https://example.org/2' is empty" in str(problem)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"<rss version='2.0'><channel><title>x</title></channel></rss>", "is a feed without entries"),
        (b"<rss version='2.0'><channel><title>x", "is a feed with a fault"),
        (b"<rss \xff\xfe\xfd>", "is a feed in an encoding that cannot be told"),
    ],
)
def test_a_feed_that_gives_nothing(take_file: Take, content: bytes, what: str) -> None:
    reports, (problem,) = take_file("f.xml", content)
    assert reports == []
    assert problem.lost
    assert f"f.xml: {what}" in str(problem)


def test_a_broken_feed_is_read_as_far_as_it_goes(take_file: Take) -> None:
    cut = ATOM[: ATOM.index("<entry><id>urn:b")]
    reports, (problem,) = take_file("f.xml", cut.encode())
    assert [each.id for each in reports] == ["urn:a"]
    assert problem.lost
    assert "what follows the fault may be missing" in str(problem)


def test_entities_are_neither_fetched_nor_multiplied(take_file: Take) -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol" * 10}">' for n in range(9))
    raw = f'<!DOCTYPE rss [{bomb}<!ENTITY file SYSTEM "file:///etc/passwd">]>' + RSS.partition("?>\n")[2].replace(
        "Short.", "&e8;&file;"
    )
    reports, problems = take_file("f.xml", raw.encode())
    assert all(len(each.text) < 10_000 and "root:" not in each.text for each in reports)
    assert reports or problems


def test_a_feed_too_large_to_hold(take_file: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "WHOLE_LIMIT", 100)
    reports, (problem,) = take_file("f.xml", RSS.format(encoding="utf-8").encode())
    assert reports == []
    assert "has more than 100 bytes" in str(problem)


def test_the_text_layer_of_an_entry_is_mended(take_file: Take) -> None:
    item = "<p>Talks on co&amp;shy;operation with Th\u00c3\u00a9r\u00c3\u00a8se&amp;#8203; Gagnon.</p>"
    escaped = item.replace("<", "&lt;")
    raw = f"<rss version='2.0'><channel><item><guid>1</guid><description>{escaped}</description></item></channel></rss>"
    (report,), _ = take_file("f.xml", raw.encode())
    assert report.text == "Talks on cooperation with Th\u00e9r\u00e8se Gagnon."


def test_an_entry_of_another_feed_has_the_publisher_of_that(take_file: Take) -> None:
    entry = "<entry><id>urn:{0}</id><summary>They met.</summary>{1}</entry>"
    source = "<source><title>Kura &amp;amp; News</title></source>"
    core = '<dc:publisher xmlns:dc="http://purl.org/dc/elements/1.1/">Baltic Wire</dc:publisher>'
    made = entry.format("a", source) + entry.format("b", core) + entry.format("c", "")
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Planet</title>{made}</feed>'
    reports, problems = take_file("feed.xml", feed.encode())
    assert problems == []
    assert [each.publisher for each in reports] == ["Kura & News", "Baltic Wire", "Planet"]
