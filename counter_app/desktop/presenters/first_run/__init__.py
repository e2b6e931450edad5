"""The first run (cài đặt lần đầu): enrolment, recovery code, printer, scanner."""
