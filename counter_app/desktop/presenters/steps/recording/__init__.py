"""What is only noted: a complaint, a correction."""
