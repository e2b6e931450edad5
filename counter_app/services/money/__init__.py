"""Fees (phí, lệ phí): what is owed, taken, taken back, counted at the end of a shift."""
