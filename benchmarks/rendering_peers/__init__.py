"""The same certificate drawn by other programs."""
