"""The first requests of a process may come all at once, each in a thread of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

AT_ONCE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from skill.coach.saved import decode
from skill.web.shape import shaped

SAVED = {"v": 1, "turn": 3, "practice": {"exercises": ["a"], "spot": [0, "w"]}, "question": ["offer", "a", 0]}
SENT = {"request": {"type": "LaunchRequest"}, "context": {"System": {"user": {"userId": "u"}}}}
together = Barrier(8)


def first_turn(_: int) -> bool:
    together.wait()
    return decode(SAVED).practice is not None and shaped(SENT).context.system.user.user_id == "u"


sys.setswitchinterval(1e-6)
with ThreadPoolExecutor(8) as pool:
    assert all(pool.map(first_turn, range(8)))
"""


@pytest.mark.parametrize("time", range(3))
def test_the_first_turns_of_a_process_may_come_at_once(time: int) -> None:
    command = [sys.executable, "-X", "faulthandler", "-c", AT_ONCE]
    done = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False)  # noqa: S603 -- ours
    assert (done.returncode, done.stderr) == (0, ""), time
