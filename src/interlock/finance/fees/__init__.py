"""The two fees of a deal: set aside when its revenue is recognised, settled once its cash is in."""
