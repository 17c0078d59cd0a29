"""All routes of the secretariat, the commission and the union's office."""

from spartakiad.office import (
    admission,
    board,
    cancelling,
    cards,
    cup,
    notices,
    people,
    places,
    planning,
    protests,
    setup,
    timetable,
)

modules = (planning, setup, board, people, timetable, cards, notices, places, protests, admission, cup, cancelling)
routes = [route for module in modules for route in module.routes]
