"""Settings: one frozen dataclass read from the environment; each line is a name, a default and what it is for."""

import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_SITE = re.compile(r"\*|https?://[a-zA-Z0-9*.-]+(:[0-9]{1,5})?")


def data_folder(name: str) -> Path:
    """`templates` or `fixtures`: inside the installed package, else beside it in a checkout."""
    packed = _HERE / "_data" / name
    return packed if packed.is_dir() else _HERE.parent / name


@dataclass(frozen=True)
class Settings:
    data: Path = Path("var")  # SPARTAKIAD_DATA: the database, its lock, the secret, the keys of the Games
    database_url: str = ""  # SPARTAKIAD_DATABASE_URL: PostgreSQL instead of SQLite in `data`
    host: str = "127.0.0.1"  # HOST
    port: int = 8000  # PORT
    secure: bool = False  # SPARTAKIAD_SECURE=1 behind TLS: Secure cookies under the __Host- name
    memo: bool = True  # SPARTAKIAD_MEMO=0 switches the store of rendered public pages off
    address: str = (
        ""  # SPARTAKIAD_ADDRESS: of the site as others see it, "https://games.example", for feeds and archives
    )
    frames: str = "*"  # SPARTAKIAD_FRAMES: sites that may show the widget, "https://vologda.ru https://pskov.ru"
    secret: bytes = b""  # made once into data/secret: signs form tokens

    @property
    def url(self) -> str:
        return self.database_url or f"sqlite:///{self.database}"

    @property
    def database(self) -> Path:
        """The file of SQLite, where no other database is named."""
        return self.data / "spartakiad.sqlite"

    @property
    def keys(self) -> Path:
        return self.data / "keys"

    @property
    def cookie(self) -> str:
        return "__Host-spartakiad" if self.secure else "spartakiad"


class SettingsError(ValueError):
    """A setting that cannot be used; the text says which and why."""


def from_environment() -> Settings:
    """Raises SettingsError."""
    data = Path(os.environ.get("SPARTAKIAD_DATA", "var"))
    if data.exists() and not data.is_dir():
        raise SettingsError(f"SPARTAKIAD_DATA: {data} – не папка")
    return Settings(
        data=data,
        database_url=os.environ.get("SPARTAKIAD_DATABASE_URL", ""),
        host=os.environ.get("HOST", "127.0.0.1"),
        port=_port(os.environ.get("PORT", "8000")),
        secure=os.environ.get("SPARTAKIAD_SECURE") == "1",
        memo=os.environ.get("SPARTAKIAD_MEMO", "1") != "0",
        address=_address(os.environ.get("SPARTAKIAD_ADDRESS", "")),
        frames=_frames(os.environ.get("SPARTAKIAD_FRAMES", "*")),
        secret=_secret(data),
    )


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text[:6]) < 65536):
        raise SettingsError(f"PORT: «{text}» – не номер порта от 1 до 65535")
    return int(text)


def _address(text: str) -> str:
    """Raises SettingsError."""
    if text and ("*" in text or not _SITE.fullmatch(text.rstrip("/"))):
        raise SettingsError(f"SPARTAKIAD_ADDRESS: «{text}» – не адрес сайта, нужно как https://games.example")
    return text.rstrip("/")


def _frames(text: str) -> str:
    """Origins as the header names them; nobody where none is named. Raises SettingsError."""
    sites = text.split()
    wrong = [one for one in sites if not _SITE.fullmatch(one)]
    if wrong:
        raise SettingsError(f"SPARTAKIAD_FRAMES: «{wrong[0]}» – не адрес сайта, нужно как https://vologda.ru")
    return " ".join(sites) or "'none'"


def _secret(data: Path) -> bytes:
    """The installation's own secret, made at the first start and readable by its owner only."""
    data.mkdir(parents=True, exist_ok=True)
    path = data / "secret"
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(32))
    return path.read_bytes()
