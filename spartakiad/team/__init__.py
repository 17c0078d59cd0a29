"""The cabinet of a team captain."""
