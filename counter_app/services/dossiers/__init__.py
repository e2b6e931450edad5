"""A dossier at the counter: received, numbered, stepped on, returned."""
