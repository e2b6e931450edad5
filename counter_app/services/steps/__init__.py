"""Further steps of a dossier after its reception: each judged, numbered, written in one stroke."""
