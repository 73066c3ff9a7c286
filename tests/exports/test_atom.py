"""Feeds, read back by a feed reader."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from pages.small_library import small_library, with_record

from knowledge.analysis.feeds import feeds
from knowledge.exports.atom import NAMESPACE, atom
from knowledge.library import Library

URL = "https://example.net/site/"
ALL = "feeds/all.xml"


def _read(library: Library, file: str = ALL, site_url: str = URL) -> Any:
    read = feedparser.parse(atom(feeds(library)[file], site_url))
    assert not read.bozo, read.bozo_exception
    assert read.version == "atom10"
    return read


@pytest.mark.parametrize("site_url", [URL, ""])
@pytest.mark.parametrize("file", sorted(feeds(small_library())))
def test_every_feed_has_what_the_standard_asks_for(file: str, site_url: str) -> None:
    text = atom(feeds(small_library())[file], site_url)
    _read(small_library(), file, site_url)
    root = ElementTree.fromstring(text)  # noqa: S314 - our own text
    name = "{" + NAMESPACE + "}"
    for part in (root, *root.findall(f"{name}entry")):
        for needed in ("id", "title", "updated"):
            assert len(part.findall(f"{name}{needed}")) == 1
        moment = part.findtext(f"{name}updated") or ""
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", moment)
    assert root.findtext(f"{name}author/{name}name")
    for entry in root.findall(f"{name}entry"):
        links = entry.findall(f"{name}link")
        assert bool(links) is bool(site_url)
        assert entry.findtext(f"{name}content")


def test_links_are_absolute_and_lead_to_the_page():
    read = _read(small_library(), "feeds/countries/nepal.xml")
    assert read.feed.link == f"{URL}countries/nepal/"
    self_link = [link.href for link in read.feed.links if link.rel == "self"]
    assert self_link == [f"{URL}feeds/countries/nepal.xml"]
    assert f"{URL}events/carpet-workshop/" in [entry.link for entry in read.entries]
    assert all(entry.link.startswith(URL) for entry in read.entries)


def test_without_an_address_of_the_site_there_is_no_link_at_all():
    assert b"href" not in atom(feeds(small_library())[ALL], "")


def test_ids_differ_and_do_not_depend_on_the_address_of_the_site():
    here, there = _read(small_library()), _read(small_library(), site_url="https://other.example/")
    ids = [entry.id for entry in here.entries]
    assert ids == [entry.id for entry in there.entries]
    assert len(set(ids)) == len(ids)
    assert all(id_.startswith("urn:uuid:") for id_ in [*ids, here.feed.id])


def test_a_change_is_an_entry_of_its_own_and_leaves_the_others_as_they_were():
    before = {entry.id for entry in _read(small_library()).entries}
    told = [{"on": date(2025, 7, 1), "what": "The place is <b>known</b> & final."}]
    library = with_record(small_library(), "event", "world-day-2026", changes=told)
    after = _read(library)
    (new,) = [entry for entry in after.entries if entry.id not in before]
    assert new.title == "Event changed: World Day Against Child Labour 2026"
    assert new.content[0].value == "The place is <b>known</b> & final."
    assert new.content[0].type == "text/plain"
    assert new.updated == "2025-07-01T00:00:00Z"
    assert before < {entry.id for entry in after.entries}


def test_a_feed_is_as_new_as_its_newest_entry():
    read = _read(small_library())
    assert read.feed.updated == max(entry.updated for entry in read.entries)
