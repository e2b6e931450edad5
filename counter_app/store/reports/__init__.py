"""What reports read: the lives of dossiers, and figures counted over them."""
