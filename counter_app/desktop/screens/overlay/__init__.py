"""A card over the page: what it covers stays as it is, Esc and a click beside it go back."""
