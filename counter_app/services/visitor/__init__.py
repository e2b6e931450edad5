"""What is done for a visitor besides receiving: guided, turned away, assisted, written for."""
