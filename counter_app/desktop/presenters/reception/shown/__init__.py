"""The reception page as shown: pure functions of the draft and what the page remembers."""
