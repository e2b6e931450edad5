"""Reports of how the system is used: late recording, bulk finishing, silence, obstacles."""
