"""What can tell equals apart, one file an object: marks, teams over their members, a standing over its cells."""
