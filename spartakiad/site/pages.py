"""All public routes."""

from spartakiad.site import calendar, cities, cup, draws, games, home, papers, screen, sheets, sign_in, verify

modules = (home, games, screen, draws, papers, sheets, verify, calendar, cities, cup, sign_in)
routes = [route for module in modules for route in module.routes]
