"""The sample company: built through the doors, and kept busy by days of orders."""
