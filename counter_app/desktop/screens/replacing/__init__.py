"""Thay máy: this machine goes out of service, and its work to the one that takes its place."""
