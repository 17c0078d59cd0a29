"""What somebody weighs, as lists and protocols print it."""

from spartakiad.competition.state import State
from spartakiad.competition.weights import standing
from spartakiad.words.weights import category_words, weight_words


def weight_of(state: State, contest: str, entrant: str) -> str:
    """«84,6», «84,6 (до 85 кг)» where the category is no list of its own; "" while he was not weighed."""
    weight = standing(state.weighings.get((contest, entrant), ()))
    entry = state.entries.get((contest, entrant))
    category = f" ({category_words(entry.category)})" if entry is not None and entry.category else ""
    return f"{weight_words(weight)}{category}" if weight else ""
