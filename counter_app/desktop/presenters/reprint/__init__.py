"""F10, and papers of which nobody knows that they came out."""
