"""The time of a counter: the machine's clock, and the question where its date can't be right."""
