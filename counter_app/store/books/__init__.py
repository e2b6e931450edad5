"""What books (sổ) read of the journal, and what they keep when bodies are erased."""
