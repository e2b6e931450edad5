"""What can go wrong while the program is put on machines and kept there."""
