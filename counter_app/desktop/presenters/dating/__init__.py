"""What the question after a doubtful date says and takes."""
