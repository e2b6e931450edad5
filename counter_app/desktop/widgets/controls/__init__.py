"""What takes keys and clicks: buttons, rows with a box, inputs."""
