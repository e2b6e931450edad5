"""Earlier dossiers of the citizen (hồ sơ trước, Ctrl+L)."""
