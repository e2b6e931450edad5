"""People at the counter: who they are, where they live, what their card says."""
