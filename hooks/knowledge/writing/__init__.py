"""A record becomes its one canonical text. Everything that writes a record writes it here."""
