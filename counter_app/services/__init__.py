"""What an officer does: one file for each thing, one transaction for each act."""
