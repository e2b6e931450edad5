"""The lists of dossiers (hồ sơ): queues, search, pages."""
