"""The electronic process of one dossier: its moves, against the steps of its procedure."""
