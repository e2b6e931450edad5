"""A4 sheets: the register, lists of dossiers, and what goes with one dossier through the house."""
