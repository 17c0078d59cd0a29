"""Halls: a venue on one day, the card by which its judges come in, the devices they work with."""
