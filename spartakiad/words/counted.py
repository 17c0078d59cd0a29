"""How many came and how many went."""

from collections.abc import Sized


def came_and_went(came: Sized, went: Sized) -> str:
    """«+1 −1»; "" where nobody did."""
    return " ".join(f"{sign}{len(some)}" for sign, some in (("+", came), ("−", went)) if some)
