"""The app for a server that is stopped in the middle of a turn: every look at the clock takes a second."""

import os
import time
from datetime import datetime
from pathlib import Path

from skill import log
from skill.bootstrap import utc_now
from skill.settings import Settings
from skill.web.app import create_app


def slow_now() -> datetime:
    """The time, once a second has passed; a file tells that a turn is under way."""
    Path("in-a-turn").touch()
    time.sleep(1)
    return utc_now()


settings = Settings.of(os.environ)
log.configure(settings.log_level)
app = create_app(settings, now=slow_now)
