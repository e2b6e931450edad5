"""The forms: how they flow over pages, and what each kind says."""
