"""Decides the check of this machine (Kiểm tra máy) and the support bundle (Gói hỗ trợ)."""
