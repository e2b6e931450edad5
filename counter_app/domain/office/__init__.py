"""What an office decides for itself: reasons, certification, rating, as data of the province."""
