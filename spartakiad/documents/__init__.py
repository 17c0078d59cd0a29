"""One file for each thing that leaves as a file."""
