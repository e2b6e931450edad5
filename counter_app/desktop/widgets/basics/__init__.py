"""Text, keycaps, chips, badges, lines: what only shows something."""
