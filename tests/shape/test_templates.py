"""House rules of templates: a fragment sees only its context, nothing runs or is styled inline, nothing is trusted."""

import re
from pathlib import Path

import pytest

from tests.shape.tree import short, under

PAGES = [path for path in under("templates", ".html") if "shared" not in path.parts]
INLINE = re.compile(r"<script>|<style|\sstyle=|\son[a-z]+=|hx-on|javascript:|\bjs:|\|\s*safe\b|autoescape")


def test_nothing_is_inline_and_nothing_is_trusted() -> None:
    found = [short(p) for p in under("templates", ".html") if INLINE.search(p.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.parametrize("path", PAGES, ids=short)
def test_a_page_sets_and_imports_nothing_outside_its_blocks(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    depth = 0
    outside = []
    for tag in re.findall(r"{%-?\s*(\w+)", text):
        depth += {"block": 1, "endblock": -1}.get(tag, 0)
        if depth == 0 and tag in ("set", "from", "import", "macro"):
            outside.append(tag)
    assert ("extends" in text and outside == []) or "extends" not in text


def test_no_third_party_is_ever_asked() -> None:
    address = re.compile(r"(?:src|href|action)=[\"']https?://")
    found = [short(p) for p in under("templates", ".html") if address.search(p.read_text(encoding="utf-8"))]
    assert found == []
