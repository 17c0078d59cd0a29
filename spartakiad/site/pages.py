"""All public routes."""

from spartakiad.site import calendar, cities, cup, draws, games, home, papers, sign_in

modules = (home, games, draws, papers, calendar, cities, cup, sign_in)
routes = [route for module in modules for route in module.routes]
