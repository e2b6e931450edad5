"""Training mode (tập huấn): how its home is told from a real one."""
