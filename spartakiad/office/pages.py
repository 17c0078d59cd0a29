"""All routes of the secretariat, the commission and the union's office."""

from spartakiad.office import (
    admission,
    board,
    cancelling,
    cards,
    conditions,
    consents,
    cup,
    devices,
    draws,
    filling,
    inbox,
    making,
    notices,
    people,
    places,
    protests,
    setup,
    starts,
    timetable,
    venues,
)

preparing = (making, setup, people, timetable, venues, filling, cards, conditions)
deciding = (board, devices, draws, starts, notices, places, inbox, protests, admission, consents, cup, cancelling)
routes = [route for module in (*preparing, *deciding) for route in module.routes]
