"""All routes of the secretariat, the commission and the union's office."""

from spartakiad.office import admission, board, cup, people, planning

routes = [*planning.routes, *board.routes, *people.routes, *admission.routes, *cup.routes]
