"""The figures: how fast this counter is on this machine, each against a floor of the same run."""
