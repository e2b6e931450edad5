"""Update packages (gói cập nhật): what one says of itself, and whether it fits this machine."""
