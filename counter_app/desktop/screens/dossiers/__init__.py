"""The page of dossier lists."""
