"""The secretariat, the commission, the union's office."""
