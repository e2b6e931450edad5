"""Số hóa giấy tờ: papers of a dossier scanned or attached, looked at, put in order, kept."""
