"""What the smaller papers say: letters to a citizen, and sheets of many dossiers."""
