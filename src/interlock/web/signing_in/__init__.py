"""How people sign in: passwords with lock-out, a second factor, another system's word for who they are."""
