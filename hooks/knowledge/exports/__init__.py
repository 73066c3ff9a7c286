"""Data for programs: calendars and feeds, made from the same library as the pages."""
