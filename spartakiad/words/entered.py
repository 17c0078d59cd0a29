"""What somebody is entered for, in words."""

from spartakiad.words.states import words
from spartakiad.words.weights import category_words


def entered_words(title: str, role: str, category: str = "") -> str:
    """«Гири (до 85 кг, запасной)»: as what, where it is not simply for the team, and in which category."""
    told = [category_words(category)] if category else []
    told += [words(role, "role")] if role != "team" else []
    return f"{title} ({', '.join(told)})" if told else title
