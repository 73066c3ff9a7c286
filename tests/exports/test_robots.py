"""Search engines may read everything, and are told where all pages are listed."""

from knowledge.exports.robots import robots


def test_everything_may_be_read_and_the_list_of_pages_is_named():
    assert robots("https://example.org/") == (
        b"User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n"
    )


def test_without_an_address_of_the_site_there_is_no_list_to_name():
    assert robots("") == b"User-agent: *\nAllow: /\n"
