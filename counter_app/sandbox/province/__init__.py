"""What a province does: takes entries, grants numbers, decides, publishes. No HTTP here."""
