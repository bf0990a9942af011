"""One of the rivals for gunicorn, as the environment says which."""

import gc
import os
from pathlib import Path

from tests.bench.rivals import RIVALS, Keys

folder = Path(os.environ["BENCH_KEYS"])
gc.disable()  # as in skill.wsgi
app = RIVALS[os.environ["BENCH_RIVAL"]](Keys((folder / "chain.pem").read_bytes(), (folder / "root.pem").read_bytes()))
gc.freeze()
gc.enable()
