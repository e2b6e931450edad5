"""The pages of a paper before it is printed."""
