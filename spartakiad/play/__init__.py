"""Simulated people: the demo uses the verbs, the rehearsal a running server."""
