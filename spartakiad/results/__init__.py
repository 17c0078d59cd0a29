"""Marks: entered at the venue, confirmed by another person."""
