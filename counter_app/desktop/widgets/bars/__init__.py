"""The rail, the top bar and the status bar."""
