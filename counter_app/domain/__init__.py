"""Words and rules of the one-stop counter: standard library only, no clock, no input or output."""
