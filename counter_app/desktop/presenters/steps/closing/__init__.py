"""A dossier ends early, or is opened again."""
