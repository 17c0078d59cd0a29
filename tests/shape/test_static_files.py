"""Files of other people are what they were, and every address of a file leads to it."""

import base64
import hashlib
import re
import tomllib
from collections.abc import Iterator

from spartakiad.web.assets import ASSETS, address
from spartakiad.web.static_files import FOLDER
from tests.shape.tree import under

MANIFEST = tomllib.loads((FOLDER / "vendor" / "manifest.toml").read_text(encoding="utf-8"))
MODULES = {path.relative_to(FOLDER).as_posix() for path in (FOLDER / "judge").glob("*.js")}
OURS = {
    "icon.svg",
    "brought.js",
    "card.js",
    "file.js",
    "hall.js",
    "reveal.js",
    "site.js",
    "style.css",
    "table.js",
    "verify.js",
    "widget.js",
    "check_archive.py",
} | MODULES


def vendored() -> Iterator[tuple[str, str]]:
    """Path and sha384 of every file that is not ours."""
    for package in MANIFEST.values():
        for path, file in package["files"].items():
            yield path, file["sha384"]


def test_vendored_files_are_byte_for_byte_as_published() -> None:
    changed = [path for path, digest in vendored() if _sha384(path) != digest]
    assert changed == []


def test_every_file_is_ours_or_stands_in_the_manifest() -> None:
    assert set(ASSETS) == OURS | {path for path, _ in vendored()}


def test_every_vendored_package_names_its_version_and_licence() -> None:
    assert [name for name, package in MANIFEST.items() if not {"package", "version", "licence"} <= set(package)] == []


def test_addresses_in_the_stylesheet_carry_the_hash_of_what_they_lead_to() -> None:
    """A stylesheet cannot call static(): its own address is /static/<hash>/style.css, so «../» is /static/."""
    style = (FOLDER / "style.css").read_text(encoding="utf-8")
    written = re.findall(r'url\("\.\./([^"]+)"\)', style)
    assert [f"/static/{one}" for one in written] == [address(one.split("/", 1)[1]) for one in written]


def test_the_stylesheet_asks_for_nothing_elsewhere() -> None:
    style = (FOLDER / "style.css").read_text(encoding="utf-8")
    assert re.findall(r"url\((?!\"(?:\.\./|data:))|@import", style) == []


def test_every_font_and_script_of_ours_is_used() -> None:
    style = (FOLDER / "style.css").read_text(encoding="utf-8")
    pages = "".join(path.read_text(encoding="utf-8") for path in under("templates", ".html"))
    imports = "".join((FOLDER / name).read_text(encoding="utf-8") for name in MODULES)
    entered = [name for name in MODULES if f'"./{name.removeprefix("judge/")}"' in imports]
    used = [name for name in ASSETS if name in style or f"static('{name}')" in pages] + [*entered, "judge/worker.js"]
    unused = set(ASSETS) - set(used) - {path for path in ASSETS if path.endswith(("LICENSE", "OFL.txt"))}
    assert unused == set()


def _sha384(path: str) -> str:
    return base64.b64encode(hashlib.sha384((FOLDER / path).read_bytes()).digest()).decode()
