"""Asking people what day it is, where the machine can't know (xác nhận ngày giờ)."""
