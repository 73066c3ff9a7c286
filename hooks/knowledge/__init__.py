"""Text in git becomes typed records, one linked graph and a website. Start in `pipeline.py`."""
