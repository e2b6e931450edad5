"""Scans, however they arrive: keyboard bursts, serial ports, a file; and what they mean."""
