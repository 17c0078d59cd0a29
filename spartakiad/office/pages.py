"""All routes of the secretariat, the commission and the union's office."""

from spartakiad.office import (
    admission,
    board,
    cancelling,
    cards,
    cup,
    draws,
    notices,
    people,
    places,
    planning,
    protests,
    timetable,
)

modules = (planning, board, people, timetable, cards, notices, places, protests, admission, cup, cancelling, draws)
routes = [route for module in modules for route in module.routes]
