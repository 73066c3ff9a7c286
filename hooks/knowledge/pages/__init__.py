"""What each page shows: a view, a frozen value made from the library, for a template."""
