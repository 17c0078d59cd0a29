"""Accounts of staff: roles and their scopes, invitations, sessions."""
