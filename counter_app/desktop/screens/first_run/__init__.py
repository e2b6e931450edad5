"""The wizard of the first run."""
