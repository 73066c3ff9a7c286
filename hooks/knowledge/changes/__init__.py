"""Two states of the library, and what differs between them in words that a reviewer can judge."""
