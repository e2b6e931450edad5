"""The person form on the screen: inside a card of the reception, or in a sheet."""
