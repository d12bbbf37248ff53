"""A small true file of each format, which a fuzzer begins from: without one it never comes past the first byte."""

import gzip
import io
import zipfile
from collections.abc import Callable, Mapping

TEXT = "TBILISI, May 17. The Minister of Defence of Georgia met with the Ambassador of Kazakhstan on Tuesday."

PAGE = f"""<!doctype html><html><head><title>Talks</title><meta property="og:site_name" content="Ministry">
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2023-05-17"}}</script></head>
<body><nav>Home</nav><article><h1>Talks</h1><p>{TEXT}</p><ul><li>one</li></ul><table><tr><td>1</td></tr></table>
</article></body></html>""".encode()

FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Ministry</title><item><title>Talks</title>
<link>https://example.org/1</link><guid>1</guid><pubDate>Wed, 17 May 2023 10:00:00 +0400</pubDate>
<description>&lt;p&gt;{TEXT}&lt;/p&gt;</description></item></channel></rss>""".encode()

MAIL = f"""From: press@example.org
Subject: =?utf-8?q?Talks?=
Date: Wed, 17 May 2023 10:00:00 +0400
Message-ID: <1@example.org>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

{TEXT}
--b
Content-Type: text/plain; name="more.txt"
Content-Disposition: attachment; filename="more.txt"
Content-Transfer-Encoding: base64

VGhleSBtZXQu
--b--
""".encode()

MARKDOWN = f"""---
title: Talks
date: 2023-05-17
---
# Talks

{TEXT}

- one

| a | b |
|---|---|
| 1 | 2 |
""".encode()

_ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\nWARC-Date: 2023-05-17T10:00:00Z\r\n"
    + f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(_ANSWER)}\r\n\r\n".encode()
    + _ANSWER
    + b"\r\n\r\n"
)

PDF = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources
<</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>> endobj
4 0 obj <</Length 52>> stream
BT /F1 12 Tf 50 700 Td (The ministers met.) Tj ET
endstream endobj
trailer <</Root 1 0 R /Size 5>>
%%EOF
"""

_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive, not compressed, so that what lies in it is reached."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


def word() -> bytes:
    """A DOCX of one paragraph."""
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_DOCUMENT}" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{_WORDS}"><w:body><w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>'
            "</w:body></w:document>",
        }
    )


def open_document() -> bytes:
    """An ODT of one paragraph."""
    content = (
        f'<office:document-content xmlns:office="{_OPEN}:office:1.0" xmlns:text="{_OPEN}:text:1.0"><office:body>'
        f"<office:text><text:p>{TEXT}</text:p></office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def parquet() -> bytes:
    """A table of two rows."""
    import pyarrow
    from pyarrow import parquet as writer

    made = io.BytesIO()
    writer.write_table(pyarrow.table({"id": ["a", "b"], "text": [TEXT, "They met."]}), made, compression="none")
    return made.getvalue()


SAVED = (
    b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n'
    b"Content-Location: https://example.org/1\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n" + PAGE + b"\r\n--b--\r\n"
)

SEEDS: dict[str, Callable[[], bytes]] = {  # by the name of the format's module
    "feed": lambda: FEED,
    "saved_page": lambda: SAVED,
    "mail": lambda: MAIL,
    "mailbox": lambda: b"From a@example.org Wed May 17 10:00:00 2023\n" + MAIL + b"\n",
    "web_page": lambda: PAGE,
    "pdf": lambda: PDF,
    "word": word,
    "open_document": open_document,
    "zip_archive": lambda: zipped({"a.txt": TEXT, "b/c.html": PAGE, "d.warc.gz": gzip.compress(WARC, mtime=0)}),
    "web_archive": lambda: WARC,
    "parquet_table": parquet,
    "unread": lambda: b"\x89PNG\r\n",
    "json_lines": lambda: b'{"id": "a", "published": "2023-05-17", "text": "They met."}\n{"text": "They parted."}\n',
    "json_file": lambda: b'[{"id": "a", "text": "They met."}]',
    "csv_table": lambda: b'id,text\na,"They met,\nand parted."\n',
    "markdown": lambda: MARKDOWN,
    "text": lambda: TEXT.encode(),
}
"""For each format of `communique.sources` the bytes of a file that is one."""
