"""A preview: the site as its files are now, made page by page when somebody asks for a page.

It keeps what it has read, reads again what has changed, and tells what is wrong with it on the very
page that a contributor looks at. What the host of the site makes (frames, pages of prose, assets)
stays until something changes that the host makes it of.
"""
