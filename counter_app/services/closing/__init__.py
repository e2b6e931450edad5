"""Chốt số liệu ngày: how a counter's day stands, the scanned pile, the entry that closes it."""
