"""Outside data become our own records and tables, each value with its source and its year.

`inputs` reads the folders of data, the modules named after a subject say what their rows mean,
`assembly` puts a country together by the rules of `kinds.precedence`, and `merging` keeps
what people wrote.
"""
