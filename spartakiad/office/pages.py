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
    decisions,
    description,
    devices,
    filling,
    finals,
    freeze,
    inbox,
    journal,
    making,
    meetings,
    notices,
    people,
    places,
    protests,
    report,
    setup,
    sheets,
    starts,
    static_copy,
    stating,
    timetable,
    union_desk,
    union_event,
    union_plan,
    venue_cards,
    venues,
)

preparing = (making, description, setup, people, timetable, venues, venue_cards, filling, cards, conditions)
running = (
    board,
    stating,
    devices,
    starts,
    finals,
    meetings,
    notices,
    places,
    inbox,
    cancelling,
    journal,
    sheets,
    static_copy,
)
deciding = (protests, decisions, admission, alike, consents, cup, freeze, ceremony, report)
calendar = (union_desk, union_event, union_plan)
routes = [route for module in (*preparing, *running, *deciding, *calendar) for route in module.routes]
