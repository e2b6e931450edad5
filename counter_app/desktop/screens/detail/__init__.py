"""The page of one dossier, and its small dialogs."""
