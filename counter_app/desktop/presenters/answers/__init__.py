"""The answers of the server that an officer settles: corrects, chooses, gives up."""
