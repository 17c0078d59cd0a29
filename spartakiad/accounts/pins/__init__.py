"""Personal codes of judges: chosen, typed at somebody else's device, counted when wrong."""
