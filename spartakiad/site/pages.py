"""All public routes."""

from spartakiad.site import (
    annual,
    boards,
    calendar,
    calendar_files,
    calendar_lists,
    cities,
    cup,
    draws,
    games,
    home,
    papers,
    screen,
    sheets,
    sign_in,
    statistics,
    teams,
    verify,
    watching,
)

of_games = (home, games, boards, teams, screen, watching, draws, papers, sheets, verify)
of_union = (calendar, calendar_lists, calendar_files, annual, statistics, cities, cup)
routes = [route for module in (*of_games, *of_union, sign_in) for route in module.routes]
