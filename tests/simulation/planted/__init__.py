"""Planted bugs, one or more for each rule: the simulation must see them."""
