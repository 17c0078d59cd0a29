"""What is sent with a link, and how a device is called."""

from datetime import datetime

from spartakiad.words.dates import moment

_DEVICES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


def invitation_text(games: str, name: str, roles: str, link: str, until: datetime) -> str:
    """Ready to be sent by any messenger: who, to what, as whom, the link and until when it is good."""
    return (
        f"{name}, вы приглашены: {games}, {roles}. "
        f"Откройте ссылку и нажмите «Войти»: {link} "
        f"Ссылка действует до {moment(until)}, входят по ней один раз."
    )


def device(agent: str) -> str:
    """What a browser calls itself → «Android», «Windows»; «устройство» where it does not say."""
    return next((called for sign, called in _DEVICES if sign in agent), "устройство")
