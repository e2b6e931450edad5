"""Who did, saw, printed and changed what: the log, its proof, and what is recorded of looking."""
