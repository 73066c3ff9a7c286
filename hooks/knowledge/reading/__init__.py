"""From the text of a file to plain values and safe HTML, every value with its place.

`folders` says which files there are and `files` reads one as text; `documents` parts its fields,
which `yaml_text` reads, from its text, which `markdown` reads; `tables` reads CSV. What cannot
be read is a `Problem`, never an exception.
"""
