"""All routes of the secretariat, the commission and the union's office."""

from spartakiad.office import (
    admission,
    board,
    cancelling,
    cards,
    cup,
    filling,
    making,
    notices,
    people,
    places,
    planning,
    protests,
    timetable,
    venues,
)

timetables = (timetable, venues, filling)
modules = (making, planning, board, people, *timetables, cards, notices, places, protests, admission, cup, cancelling)
routes = [route for module in modules for route in module.routes]
