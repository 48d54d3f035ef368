"""Who may come in: the cookie, the event handlers and the routes."""
