"""The page on which an answer of the server is settled."""
