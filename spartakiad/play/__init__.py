"""The demo: a script of simulated people who use the verbs."""
