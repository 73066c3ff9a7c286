"""What only the records together can say: pure functions from the library to tables."""
