"""What is done for a visitor besides receiving, from the reception page."""
