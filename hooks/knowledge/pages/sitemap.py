"""The list of all pages for search engines (sitemaps.org, protocol 0.9)."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(addresses: Iterable[str], site_url: str) -> bytes:
    """The sitemap as XML; without a `site_url` there are no absolute addresses, and no list."""
    urlset = ElementTree.Element("urlset", xmlns=NAMESPACE)
    for address in sorted(addresses) if site_url else ():
        url = ElementTree.SubElement(urlset, "url")
        ElementTree.SubElement(url, "loc").text = f"{site_url}{address}"
    ElementTree.indent(urlset)
    text: bytes = ElementTree.tostring(urlset, encoding="utf-8", xml_declaration=True)
    return text + b"\n"
