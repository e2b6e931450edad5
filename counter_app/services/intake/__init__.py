"""Chờ tiếp nhận: what came online or by post is received, or held beside its originals."""
