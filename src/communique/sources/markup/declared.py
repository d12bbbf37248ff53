"""What a page declares of itself: linked data (JSON-LD), meta elements (OpenGraph, Dublin Core), links, microdata."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from communique.sources.markup.days import day_in_field
from communique.sources.text_layer import mended

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DAYS = (  # names of meta elements, the surest first; none that may hold a day of change
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "rnews:datepublished",
    "dcterms.issued", "dc.date.issued", "dcterms.date.issued", "citation_publication_date", "publication_date",
    "publish-date", "publish_date", "publishdate", "published_date", "pubdate", "parsely-pub-date", "sailthru.date",
    "article.published", "dc.date", "dcterms.date", "dcterms.created", "date",
)  # fmt: skip
PUBLISHERS = ("og:site_name", "dcterms.publisher", "dc.publisher", "publisher")
TITLES = ("og:title", "dcterms.title", "dc.title", "twitter:title")
NODES_LIMIT = 10_000  # objects of linked data that are looked at; a page has tens
URL_LENGTH = 2_000  # characters of an address that is taken

_ARTICLES = re.compile(r"Article|Posting|Report|Release|WebPage|GovernmentDocument|Announcement", re.IGNORECASE)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|^\s*url:\s*(\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page says of itself, each None where it does not, or in two ways."""

    title: str | None = None
    url: str | None = None
    published: str | None = None
    publisher: str | None = None


def declared(tree: "HtmlElement") -> Declared:
    """The page's own word on its title, address, day and publisher."""
    metas = _metas(tree)
    every = _nodes(tree)
    nodes = [each for each in every if _ARTICLES.search(str(each.get("@type")))]
    url = _url(tree, metas, nodes)
    return Declared(
        title=_first(metas, TITLES) or _one({_words(each.get("headline")) for each in nodes}),
        url=url,
        published=_published(metas, nodes, url) or _microdata_day(tree),
        publisher=_first(metas, PUBLISHERS) or _one(set(_publishers(nodes, every))),
    )


def absolute(address: str | None, base: str | None) -> str | None:
    """An address with host; None where it has none, or is no web address."""
    if not address or len(address) > URL_LENGTH or any(each.isspace() for each in address.strip()):
        return None
    try:
        whole = urljoin(base or "", address.strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in ("http", "https") and parts.hostname else None


def _metas(tree: "HtmlElement") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in tree.iter("meta"):
        content = each.get("content")
        for name in {each.get("property"), each.get("name"), each.get("itemprop")}:
            if name and content and content.strip():
                found.setdefault(name.strip().lower(), []).append(content.strip())
    return found


def _first(metas: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((words for name in names for each in metas.get(name, ()) if (words := _words(each))), None)


def _nodes(tree: "HtmlElement") -> list[dict[str, Any]]:
    """All objects of the page's linked data; what is broken is as good as not there."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            waiting: list[Any] = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and len(found) < NODES_LIMIT:
            each = waiting.pop()
            if isinstance(each, dict):
                found.append(each)
            if isinstance(each, dict | list):
                waiting += each.values() if isinstance(each, dict) else each[:NODES_LIMIT]
    return found


def _published(metas: dict[str, list[str]], nodes: list[dict[str, Any]], url: str | None) -> str | None:
    own = [each for each in nodes if url and url in (_address(each.get("url")), _address(each.get("mainEntityOfPage")))]
    for group in (own, nodes):
        days = {day_in_field(each["datePublished"]) for each in group if isinstance(each.get("datePublished"), str)}
        if day := _one(days):
            return day
    return next((day for name in DAYS for each in metas.get(name, ()) if (day := day_in_field(each))), None)


def _publishers(articles: list[dict[str, Any]], every: list[dict[str, Any]]) -> Iterator[str | None]:
    """The names of the articles' publishers, which may stand in an object of their own."""
    names = {each["@id"]: name for each in every if isinstance(each.get("@id"), str) and (name := _name(each))}
    for article in articles:
        told = article.get("publisher")
        yield _name(told) or (names.get(str(told.get("@id"))) if isinstance(told, dict) else None)


def _microdata_day(tree: "HtmlElement") -> str | None:
    """The day of what is marked as `datePublished`, or of the `<time>` that is marked as that of publication."""
    marked = [each for each in tree.iter() if isinstance(each.tag, str) and _marks_publication(each)]
    return _one({day_in_field(each.get("datetime") or each.get("content") or each.text) for each in marked})


def _marks_publication(element: "HtmlElement") -> bool:
    classes = (element.get("class") or "").split()
    return "datePublished" in (element.get("itemprop") or "").split() or (
        element.tag == "time" and ("pubdate" in element.attrib or "published" in classes)
    )


def _url(tree: "HtmlElement", metas: dict[str, list[str]], nodes: list[dict[str, Any]]) -> str | None:
    """The canonical address; where that is only the site's front page, the one the page was saved from."""
    saved = next((absolute(address, None) for address in _saved_from(tree)), None)
    base = next((each.get("href") for each in tree.iter("base")), None) or saved
    links = [each.get("href") for each in tree.iter("link") if "canonical" in (each.get("rel") or "").lower().split()]
    told = [*links, *metas.get("og:url", ()), *[_address(each.get("mainEntityOfPage")) for each in nodes]]
    found = [address for each in told if (address := absolute(each, base))]
    deep = [each for each in found if urlsplit(each).path.strip("/") or urlsplit(each).query]
    return next(iter(deep), saved or next(iter(found), None))


def _saved_from(tree: "HtmlElement") -> Iterator[str]:
    """What browsers and their helpers write into a page they save."""
    from lxml import etree

    for comment in [*tree.itersiblings(etree.Comment, preceding=True), *tree.iter(etree.Comment)][:100]:
        match = _SAVED_FROM.search(comment.text or "")
        if match:
            yield match[1] or match[2]


def _address(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        return _one({_name(each) for each in value[:10]})
    return _words(value.get("name") if isinstance(value, dict) else value)


def _words(value: Any) -> str | None:
    return (" ".join(mended(value).split()) or None) if isinstance(value, str) else None


def _one(values: set[str | None]) -> str | None:
    """The one value there is, None where there are several."""
    told = values - {None}
    return told.pop() if len(told) == 1 else None
