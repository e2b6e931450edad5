"""Papers for a visitor without a dossier: guide sheet, refusal, declarations filled in."""
