"""What happens to a dossier, one frozen body for each kind of act."""
