"""The closed day (chốt số liệu ngày): what should lie on the desk, what does, what differs."""
