"""Procedures (thủ tục hành chính): papers, limits, fees, versions."""
