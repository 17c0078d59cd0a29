"""The union of cities: its facts, its events and sections, its annual report."""
