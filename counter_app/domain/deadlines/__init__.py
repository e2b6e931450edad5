"""Working time and the dates that are promised to citizens."""
