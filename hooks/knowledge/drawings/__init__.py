"""Drawings as values: places and lengths worked out here, marked up by a template of the theme."""
