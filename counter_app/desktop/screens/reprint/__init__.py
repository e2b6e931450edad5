"""The question of F10, and the list of unconfirmed papers."""
