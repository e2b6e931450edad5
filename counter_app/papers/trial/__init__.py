"""Every paper of a form set with sample data: to be looked at, and to be tried before it counts."""
