"""A4 sheets of the office: what goes with dossiers, hangs on the wall, lies in the drawer."""
