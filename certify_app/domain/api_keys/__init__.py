"""Keys by which the awarding body's own systems use the API."""
