"""Measurements: `make bench`. Ratios between contenders of one run, never asserted as a test."""
