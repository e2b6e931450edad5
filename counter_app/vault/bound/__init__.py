"""Secrets bound to one machine: the file they lie in, and the shield of Windows around it."""
