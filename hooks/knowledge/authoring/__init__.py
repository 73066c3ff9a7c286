"""What is made from the declarations of `kinds/` for the people who write records."""
