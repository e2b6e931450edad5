"""What support needs of an open home: what the checks stand on, and the bundle."""
