"""What keeps the skill from starting: each error is one sentence for whoever starts it, and exit status 2."""


class StartError(Exception):
    """The skill cannot start; the text says which fact has to change."""
