"""What the line of a reception on paper does: the decisions above its value and its words."""
