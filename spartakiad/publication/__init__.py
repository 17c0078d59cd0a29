"""From posted to official: what was accepted is stored as it was."""
