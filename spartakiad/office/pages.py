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
    journal,
    making,
    notices,
    people,
    places,
    protests,
    setup,
    timetable,
    venues,
)

preparing = (making, setup, people, timetable, venues, filling, cards, conditions)
deciding = (board, devices, draws, notices, places, inbox, protests, admission, consents, cup, cancelling, journal)
routes = [route for module in (*preparing, *deciding) for route in module.routes]
