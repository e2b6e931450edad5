"""A day at a counter by itself: real services, a real server process, a cut line, a kill -9."""
