"""Trễ hẹn: which dossiers are late or will be, and lines of them for the books."""
