"""Layouts: widgets that show a state and pass events on."""
