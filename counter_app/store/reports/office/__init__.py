"""Raw figures of the office: receptions, and open dossiers with their moves."""
