"""What can be put right of an act that the server did not take."""
