"""Pictures of figures, painted by hand: bars, shares with a target, ages, hours."""
