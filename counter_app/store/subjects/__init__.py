"""What a transaction offers, one file for each subject."""
