"""Applications: athletes of a delegation, their entries into contests, admission."""
