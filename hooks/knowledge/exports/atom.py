"""Feeds of what is new and what has changed (Atom, RFC 4287).

Where the address of the site is not known, a feed has no links: section 4.1.1 asks an entry for a
link to a page or for its content, and every entry here carries its content.
"""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

from knowledge.analysis.feeds import Feed
from knowledge.analysis.news import News
from knowledge.exports.identity import names_of, urn
from knowledge.platform import LICENCE, PLATFORM

NAMESPACE = "http://www.w3.org/2005/Atom"
DECLARATION = "<?xml version='1.0' encoding='utf-8'?>\n"


def atom(feed: Feed, site_url: str) -> bytes:
    """A feed as XML; `site_url` ends in `/`, or is empty where there is none."""
    root = ElementTree.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "en"})
    _add(root, "id", urn("feed", feed.file))
    _add(root, "title", f"{feed.label}: {PLATFORM}" if feed.label else PLATFORM)
    _add(root, "subtitle", "What was added and what changed, the newest first.")
    _add(root, "updated", _moment(feed.news[0].on))
    _add(ElementTree.SubElement(root, "author"), "name", PLATFORM)
    _add(root, "rights", LICENCE)
    if site_url:
        kind = {"rel": "self", "type": "application/atom+xml"}
        ElementTree.SubElement(root, "link", {**kind, "href": f"{site_url}{feed.file}"})
        _page(root, f"{site_url}{feed.address}")
    for news in feed.news:
        _entry(root, news, site_url)
    ElementTree.indent(root)
    # As text, in one piece: a writer of bytes encodes every sign of the markup by itself.
    return f"{DECLARATION}{ElementTree.tostring(root, encoding='unicode')}\n".encode()


def _entry(root: ElementTree.Element, news: News, site_url: str) -> None:
    entry = ElementTree.SubElement(root, "entry")
    record, kind = news.entry.record, news.entry.kind
    change = (news.on.isoformat(), str(news.number)) if news.what else ()
    _add(entry, "id", urn(*names_of(news.entry), *change))
    _add(entry, "title", f"{kind.label} {'changed' if news.what else 'added'}: {record.title}")
    _add(entry, "updated", _moment(news.on))
    ElementTree.SubElement(entry, "category", {"term": kind.id, "label": kind.label})
    if site_url:
        _page(entry, f"{site_url}{news.entry.address}")
    ElementTree.SubElement(entry, "content", {"type": "text"}).text = news.what or record.summary


def _page(parent: ElementTree.Element, address: str) -> None:
    told = {"rel": "alternate", "type": "text/html", "href": address}
    ElementTree.SubElement(parent, "link", told)


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text


def _moment(day: date) -> str:
    """The beginning of a day in UTC: records know days, a feed asks for moments (RFC 3339)."""
    return f"{day.isoformat()}T00:00:00Z"
