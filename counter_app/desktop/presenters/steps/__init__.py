"""Further steps of a dossier: what their panel shows, and what it writes."""
