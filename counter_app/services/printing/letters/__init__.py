"""Letters (phiếu, thông báo, văn bản): what they say of a dossier, and their PDF."""
