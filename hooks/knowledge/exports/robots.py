"""What programs that walk the web may read: everything (RFC 9309)."""

from __future__ import annotations

FILE = "robots.txt"


def robots(site_url: str) -> bytes:
    """The file; where the site's address is known, it names the list of all pages."""
    listed = f"\nSitemap: {site_url}sitemap.xml\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{listed}".encode()
