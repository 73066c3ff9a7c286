"""The search that is carried along is the one that was fetched and made small."""

from __future__ import annotations

import hashlib

import renew_minisearch

#: What `python3 scripts/renew_minisearch.py` prints.
DIGEST = "0066d97ba8afd9b56aa0995b0a26a891b55f13342034b551df94b517652f0e08"


def test_nobody_has_changed_the_file_by_hand():
    assert hashlib.sha256(renew_minisearch.TARGET.read_bytes()).hexdigest() == DIGEST


def test_the_file_names_its_version_and_carries_its_licence():
    head = renew_minisearch.TARGET.read_text(encoding="utf-8").partition("*/")[0]
    assert f"MiniSearch {renew_minisearch.VERSION}," in head
    assert "Permission is hereby granted, free of charge" in head
