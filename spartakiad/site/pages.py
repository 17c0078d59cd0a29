"""All public routes."""

from spartakiad.site import calendar, cities, cup, games, home, sign_in

routes = [*home.routes, *games.routes, *calendar.routes, *cities.routes, *cup.routes, *sign_in.routes]
