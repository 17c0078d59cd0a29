"""All routes of the secretariat, the commission and the union's office."""

from spartakiad.office import (
    admission,
    alike,
    board,
    cancelling,
    cards,
    ceremony,
    conditions,
    consents,
    cup,
    devices,
    filling,
    freeze,
    inbox,
    journal,
    making,
    notices,
    people,
    places,
    protests,
    report,
    setup,
    starts,
    timetable,
    venue_cards,
    venues,
)

preparing = (making, setup, people, timetable, venues, venue_cards, filling, cards, conditions)
running = (board, devices, starts, notices, places, inbox, cancelling, journal)
deciding = (protests, admission, alike, consents, cup, freeze, ceremony, report)
routes = [route for module in (*preparing, *running, *deciding) for route in module.routes]
