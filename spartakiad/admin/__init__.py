"""Administration: who may do what, invitations."""
