"""From the text of a file to plain values and safe HTML, every value with its place.

`folders` says which files there are, `documents` reads one of them, `yaml_text` reads its
fields, `markdown` its text and `prose` the pages of `content/`. What cannot be read is a
`Problem`, never an exception.
"""
