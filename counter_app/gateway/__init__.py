"""The way to the province's server: requests, certificates, answers, and what can go wrong."""
