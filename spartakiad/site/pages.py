"""All public routes."""

from spartakiad.site import (
    boards,
    calendar,
    cities,
    cup,
    draws,
    games,
    home,
    papers,
    screen,
    sheets,
    sign_in,
    teams,
    verify,
    watching,
)

modules = (home, games, boards, teams, screen, watching, draws, papers, sheets, verify, calendar, cities, cup, sign_in)
routes = [route for module in modules for route in module.routes]
