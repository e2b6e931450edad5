"""Sheets of figures on paper: every report has the same layout, whatever its columns."""
