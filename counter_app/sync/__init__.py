"""What the wire does: send what waits, fetch what others did, numbers and catalogues. No Qt."""
