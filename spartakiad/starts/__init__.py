"""Start lists."""
