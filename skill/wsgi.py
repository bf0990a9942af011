"""The app for a WSGI server. Only here, on the command line and in gunicorn's configuration is the environment read."""

import gc
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

CANNOT_START = 2
WORKER_CANNOT_START = 3
"""What ends gunicorn when a worker of it exits so; after any other status it would try again, for ever."""


def app_of(environ: Mapping[str, str]) -> "Flask":
    """The app as the environment sets it, or one sentence and the end of the process."""
    from skill import log
    from skill.errors import StartError
    from skill.settings import Settings
    from skill.web.app import create_app

    try:
        settings = Settings.of(environ)
        log.configure(settings.log_level)
        return create_app(settings)
    except StartError as error:
        print(error, file=sys.stderr)  # noqa: T201 -- the log may not be set up
        sys.exit(WORKER_CANNOT_START if is_worker(environ) else CANNOT_START)


def is_worker(environ: Mapping[str, str]) -> bool:
    """Whether a gunicorn worker loads this; with our own configuration it is gunicorn's master."""
    is_gunicorn = environ.get("SERVER_SOFTWARE", "").startswith("gunicorn")
    return is_gunicorn and "skill.gunicorn_conf" not in sys.modules


# What is loaded here lives as long as the process: the collector need not look through it now, nor at each turn, and
# forked workers go on sharing its memory. That is a tenth of the time to start.
gc.disable()
app = app_of(os.environ)
gc.freeze()
gc.enable()
