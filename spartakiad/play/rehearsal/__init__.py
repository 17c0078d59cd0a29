"""The rehearsal: an invented Games, planned from a seed, that simulated people hold on a running server."""
