"""Standings: the overall table and the explanation of every number in it."""
