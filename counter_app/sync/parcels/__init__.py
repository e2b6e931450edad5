"""A queue without a line: parcels that are carried by stick, and what comes back with them."""
