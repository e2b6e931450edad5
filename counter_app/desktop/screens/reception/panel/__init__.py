"""The right panel of the reception: fees, promise, note, and what is left before F9."""
