"""People who look alike: whether two records are of one human being is said by a person, and remembered."""
