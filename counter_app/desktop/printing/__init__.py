"""Papers on their way to a printer: silent, watched, never believed too early."""
