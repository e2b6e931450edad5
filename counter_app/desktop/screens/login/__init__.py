"""The log-in screen and the parts that it shares with the locked one."""
