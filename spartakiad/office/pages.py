"""All routes of the secretariat, the commission and the union's office."""

from spartakiad.office import (
    admission,
    board,
    cancelling,
    cards,
    consents,
    cup,
    notices,
    people,
    places,
    planning,
    protests,
    setup,
    timetable,
)

preparing = (planning, setup, people, timetable, cards)
deciding = (board, notices, places, protests, admission, consents, cup, cancelling)
routes = [route for module in (*preparing, *deciding) for route in module.routes]
