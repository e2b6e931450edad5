"""What is plugged in: printers as the system knows them; scanners follow with the window."""
