"""The pages Kiểm tra máy and Gói hỗ trợ."""
