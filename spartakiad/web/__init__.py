"""Litestar seams that know no sport: render, access, sessions, headers, errors, the memo of pages, the live hub."""
