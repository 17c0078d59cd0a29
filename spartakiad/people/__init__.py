"""People: who is registered, and the only way a name becomes public."""
