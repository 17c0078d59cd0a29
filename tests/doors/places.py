"""What stands in the addresses of routes where a test walks all of them."""

PLACES = {
    "standing": "overall",
    "games": "demo",
    "team": "vologda",
    "contest": "trail",
    "athlete": "17",
    "official": "1",
    "number": "1",
    "revision": "1",
    "entrant": "17",
    "account": "999",
    "sign_in": "999",
    "card": "999",
    "venue": "nowhere",
    "file": "list.pdf",
    "year": "2024",
    "month": "2",
    "slug": "nowhere",
    "token": "nobody",
    "digest": "0",
    "name": "nothing.css",
}
