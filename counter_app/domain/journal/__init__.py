"""The law of one journal: entries, their bytes, their chain."""
