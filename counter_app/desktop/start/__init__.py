"""How the window starts, lives and ends: threads, one instance, the alarm, the staged quit."""
