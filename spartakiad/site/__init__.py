"""The public site: handlers only; no cookie, no session; a page is made from a frozen state."""
