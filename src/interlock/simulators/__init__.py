"""Offices of the outside world as processes of their own: written from their protocols, knowing nothing of us."""
