"""«Почему столько очков»: every number can be made again by hand out of what the page says."""

import re

from tests.doors.reading import read
from tests.doors.visiting import Site


def test_half_a_point_is_divided_before_the_eyes_of_the_reader(shared_site: Site) -> None:
    page = read(shared_site, "/games/demo/standings/arkhangelsk")
    assert "3-е место, место делят 2 команды → 5,5 очка: среднее за 3–4-е места, (6 + 5) : 2" in page
    assert page.count("результат предварительный") == 2


def test_a_team_that_competes_itself_has_its_matches_told_and_what_parted_it_from_equals(shared_site: Site) -> None:
    page = read(shared_site, "/games/demo/standings/arkhangelsk")
    hockey = page[page.index("Хоккей") : page.index("Волейбол")]
    assert "7 встреч: побед 4, ничьих 0, поражений 3; счёт 22:22, 12 очков" in hockey
    assert "решил показатель «очки во встречах между ними»: Петрозаводск – 3, Архангельск – 0" in hockey
    assert "показанный результат: 48:00,0" in page


def test_the_points_of_the_lines_are_the_sum(shared_site: Site) -> None:
    for team in shared_site.shell.shown("demo").state.teams:
        page = shared_site.visitor().get(f"/games/demo/standings/{team}").text
        told = [float(one.replace(",", ".")) for one in re.findall(r"<b>([0-9,]+)</b></p>", page)]
        formula = re.search(r'<p class="lead">([0-9, +]+) = ([0-9,]+)</p>', page)
        assert formula
        added = [float(one.replace(",", ".")) for one in formula[1].split(" + ")]
        assert sum(added) == float(formula[2].replace(",", ".")) and sorted(added) == sorted(told)[-len(added) :]
