"""Data as classic scripts: safe in a page, the same each time, beside what was loaded."""

from __future__ import annotations

import json

from knowledge.exports.scripts import script, scripts


def test_no_text_of_a_record_can_end_the_script_that_holds_it():
    told = script("countries", {"x": "</script><!-- \u2028\u2029"}).decode()
    assert "<" not in told
    assert ">" not in told
    assert not {"\u2028", "\u2029"} & set(told)


def test_the_values_are_read_back_as_they_were():
    values = {"benin": {"title": "Bénin & “Dahomey”", "cells": [["stated", "14 <years>"]]}}
    told = script("countries", values).decode()
    inner = told[told.index("||{},") + len("||{},") : told.rindex(")}")]
    assert json.loads(inner) == values


def test_the_same_values_give_the_same_bytes_in_whatever_order_they_were_made():
    assert script("t", {"a": 1, "b": [2]}) == script("t", {"b": [2], "a": 1})


def test_a_table_keeps_what_other_scripts_have_put_there():
    assert b'Object.assign(k["t"]||{},' in script("t", {"a": 1})


def test_each_table_is_a_file_that_is_made_only_when_it_is_written():
    made = []
    table = ("compare/data/x.js", "countries/x.md", "countries", lambda: made.append(1) or {})
    (file,) = scripts([table])
    assert (file.path, file.made_from, made) == ("compare/data/x.js", "countries/x.md", [])
    assert file.make().startswith(b"(function(k)")
    assert made == [1]
