"""Reading pasted tables."""
