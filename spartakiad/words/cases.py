"""Phrases that name a thing."""


def participant(number: str, city: str) -> str:
    """How somebody is called who did not consent to publication."""
    return f"Участник №\u00a0{number}, {city}"
