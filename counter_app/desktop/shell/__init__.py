"""The main window: pages, commands, bars."""
