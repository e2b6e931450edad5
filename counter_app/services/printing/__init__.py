"""From a dossier to its papers."""
