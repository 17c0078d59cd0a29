"""The pages of judges and of the chief judge of a sport."""
