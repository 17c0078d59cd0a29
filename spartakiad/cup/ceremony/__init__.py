"""Awards: who gets what at the ceremony, how many of which, special prizes."""
