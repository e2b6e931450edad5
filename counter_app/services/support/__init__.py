"""Support: logs, crash reports, checks of the machine, and the sealed bundle of all of them."""
