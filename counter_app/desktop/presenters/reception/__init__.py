"""The reception of a dossier (tiếp nhận), block by block."""
