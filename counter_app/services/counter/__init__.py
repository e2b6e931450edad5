"""The counter itself: its clock, its books, its standing, who sits at it."""
