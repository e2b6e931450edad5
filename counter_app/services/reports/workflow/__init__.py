"""The electronic process: where dossiers wait, against the steps of their procedures."""
