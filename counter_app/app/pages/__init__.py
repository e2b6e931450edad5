"""The pages of the window, with what they need of this machine."""
