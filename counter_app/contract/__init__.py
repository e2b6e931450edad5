"""What goes over the wire: pydantic models used by both ends (SYNC §2)."""
