"""How acts are recorded: how late, how many at once, when, by whom, what stood in the way."""
