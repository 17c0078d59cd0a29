"""`spartakiad rehearse`: the command of the console."""

import sys
from contextlib import nullcontext
from datetime import datetime
from typing import Any

import click

from spartakiad.play.rehearsal.browser import Stumbled
from spartakiad.play.rehearsal.plan import LEAST, MOST, Size
from spartakiad.play.rehearsal.programme import CONTESTS
from spartakiad.play.rehearsal.rehearse import Wish, own_link, rehearse
from spartakiad.settings import from_environment
from spartakiad.words.dates import MOSCOW


@click.command("rehearse")
@click.option("--url", default="", help="адрес сайта; без него – из ссылки администратора или из HOST и PORT")
@click.option("--admin-link", default="", help="ссылка администратора; без неё – своя, из SPARTAKIAD_DATA")
@click.option("--games", default="rehearsal", show_default=True, help="адрес; занят – добавится номер")
@click.option("--seed", default=1, show_default=True, help="то же зерно – та же репетиция")
@click.option("--speed", default=60.0, show_default=True, help="во сколько раз быстрее часов; 0 – как можно быстрее")
@click.option("--teams", type=click.IntRange(LEAST, MOST), default=6, show_default=True, help="команд")
@click.option("--judges", type=click.IntRange(1, 500), default=10, show_default=True, help="судей")
@click.option("--leave", type=click.Choice([one.id for one in CONTESTS]), help="вид, который оставить людям")
def command(url: str, admin_link: str, leave: str | None, teams: int, judges: int, **told: Any) -> None:
    """Сыграть вымышленную Спартакиаду на работающем сайте и сверить журнал и зачёт с планом."""
    settings = from_environment()
    own = f"http://{settings.host}:{settings.port}"
    address = url or admin_link.partition("/invitation/")[0] or own
    today = datetime.now(MOSCOW).date()
    with nullcontext(admin_link) if admin_link else own_link(settings.url) as link:
        wish = Wish(address, link, size=Size(teams, judges, leave or ""), **told)
        try:
            outcome = rehearse(wish, today, click.echo)
        except (Stumbled, OSError) as error:
            raise click.ClickException(f"репетиция прервана. {error}") from None
    sys.exit(0 if outcome.audit.holds else 1)
