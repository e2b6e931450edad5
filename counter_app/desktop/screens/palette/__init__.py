"""Quick commands (lệnh nhanh), as an overlay."""
