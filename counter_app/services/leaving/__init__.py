"""What a machine does when it leaves the province's service."""
