"""The slots of a regulation's rules, one file each, its kinds side by side and their registry at the foot."""
