"""Updates: signed packages by three ways, put in place between shifts, and back from them."""
