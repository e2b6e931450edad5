"""The drafts that were put aside."""
