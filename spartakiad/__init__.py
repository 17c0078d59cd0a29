"""The application that runs the Spartakiads of the union of cities."""
