"""One dossier: what happened to it, what belongs to it, what can be done with it."""
