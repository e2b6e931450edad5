"""What the server keeps: tables and transactions."""
