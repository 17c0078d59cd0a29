"""Small files and functions: what does not fit on a screen or two is two things."""

from tests.shape.tree import VERSIONS, functions, product, short, under

FILE, FUNCTION, TEMPLATE = 250, 40, 120


def lines(text: str) -> int:
    return text.count("\n")


def test_no_python_file_is_longer_than_it_may_be() -> None:
    every = [path for path in [*product(), *under("tests", ".py")] if not path.is_relative_to(VERSIONS)]
    assert [short(path) for path in every if lines(path.read_text(encoding="utf-8")) > FILE] == []


def test_no_function_is_longer_than_it_may_be() -> None:
    every = [path for path in [*product(), *under("tests", ".py")] if not path.is_relative_to(VERSIONS)]
    long = [
        f"{short(path)}:{node.name}"
        for path in every
        for node in functions(path)
        if (node.end_lineno or 0) - node.lineno + 1 > FUNCTION
    ]
    assert long == []


def test_no_template_is_longer_than_it_may_be() -> None:
    every = under("templates", ".html")
    assert [short(path) for path in every if lines(path.read_text(encoding="utf-8")) > TEMPLATE] == []
