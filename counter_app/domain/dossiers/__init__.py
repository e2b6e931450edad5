"""A dossier (hồ sơ): its code, its numbers, its life as a reading of the journal."""
