"""Earlier dossiers of the citizen (hồ sơ trước), as an overlay."""
