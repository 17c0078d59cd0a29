"""All routes of the secretariat, the commission and the union's office."""

from spartakiad.office import (
    admission,
    alike,
    board,
    cancelling,
    cards,
    conditions,
    consents,
    cup,
    devices,
    filling,
    inbox,
    journal,
    making,
    notices,
    people,
    places,
    protests,
    setup,
    sheets,
    starts,
    timetable,
    venue_cards,
    venues,
)

preparing = (making, setup, people, timetable, venues, venue_cards, filling, cards, conditions)
running = (board, devices, starts, notices, places, inbox, cancelling, journal, sheets)
deciding = (protests, admission, alike, consents, cup)
routes = [route for module in (*preparing, *running, *deciding) for route in module.routes]
