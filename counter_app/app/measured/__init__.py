"""The window measured from inside, for the bench; nothing here runs in an officer's window."""
