"""Who comes with a delegation and does not compete: the posts as data, and how tables name them."""

from collections.abc import Mapping

from spartakiad.errors import Refusal
from spartakiad.words.keys import plain_words

# kind: what it is called, how the words begin that people name it by
POSTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "representative": ("представитель команды", ("представител", "руководител")),
    "coach": ("тренер", ("тренер",)),
    "doctor": ("врач", ("врач", "медработник", "медицинск", "медсестр", "фельдшер")),
    "judge": ("судья", ("судья", "судьи")),
}
_ATHLETES = ("спортсмен", "участни", "игра", "атлет")  # «играющий тренер» competes


def post_words(kind: str) -> str:
    return POSTS[kind][0]


def post_of(text: str) -> str:
    """The kind of post that a cell names, "" of an athlete. Raises Refusal bad_choice at `post`."""
    said = plain_words(text).split()
    if not said or any(word.startswith(_ATHLETES) for word in said):
        return ""
    for kind, (_, stems) in POSTS.items():
        if any(word.startswith(stems) for word in said):
            return kind
    raise Refusal("bad_choice", "post", options=", ".join([*(words for words, _ in POSTS.values()), "спортсмен"]))
