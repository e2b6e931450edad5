"""What reports count, and what a report is: figures of dossiers' lives, sheets of figures."""
