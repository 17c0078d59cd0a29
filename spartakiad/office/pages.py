"""All routes of the secretariat, the commission and the union's office."""

from spartakiad.office import admission, board, cup, people, planning, timetable

routes = [*planning.routes, *board.routes, *people.routes, *timetable.routes, *admission.routes, *cup.routes]
