"""Keys, passwords, tokens: the only room that touches the keyring and cryptography."""
