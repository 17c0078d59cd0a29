"""All routes of the secretariat, the commission and the union's office."""

from spartakiad.office import admission, board, cup

routes = [*board.routes, *admission.routes, *cup.routes]
