"""The state of the data (tình trạng dữ liệu): what waits, and what is safe."""
