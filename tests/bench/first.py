"""The first verified turn of a process that fetches the certificate over TLS on loopback. Prints milliseconds."""

import ssl
import sys
import tempfile
import time
from pathlib import Path

import pytest
from flask import Flask

from tests.alexa.stage import request
from tests.bench import rivals
from tests.bench.alexa import Alexa, called, lengthened
from tests.web.authority import PATH, URL
from tests.web.s3 import Server, content, send_to


def main(rival: str) -> None:
    """Start S3, make the rival ready to serve, time its first turn."""
    alexa = Alexa()
    launch = alexa.signed(lengthened(request("launch"), "newcomer"))
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as monkeypatch:
        folder = Path(name)
        monkeypatch.setenv("SSL_CERT_FILE", str(roots(alexa, folder)))
        app = fetching(rival, rivals.Keys.of(alexa.authority))
        with Server(alexa.authority.host, {PATH: content(alexa.authority.pem)}, folder).running() as s3:
            send_to(s3.server_port, monkeypatch)
            began_s = time.perf_counter()
            called(app, launch.environ())
            print(1000 * (time.perf_counter() - began_s))  # noqa: T201 -- its output is read by who started it


def roots(alexa: Alexa, folder: Path) -> Path:
    """A file with the system's roots and ours: reading them all is part of a first turn."""
    system = ssl.create_default_context().get_ca_certs(binary_form=True)
    path = folder / "roots.pem"
    path.write_text(alexa.authority.root.pem.decode() + "".join(map(ssl.DER_cert_to_PEM_cert, system)), "ascii")
    return path


def fetching(rival: str, keys: rivals.Keys) -> Flask:
    """A rival that has yet to fetch the certificate."""
    if rival == "stock":
        app = rivals.stock(keys)
        adapter = app.extensions["ASK_SDK_SKILL_ADAPTER"][0]
        for verifier in adapter._webservice_handler._verifiers:  # noqa: SLF001 -- it was put there for the other figures
            getattr(verifier, "_cert_cache", {}).pop(URL, None)
        return app
    from skill.settings import Settings
    from skill.web.app import create_app

    return create_app(Settings(database_url="memory:"))


if __name__ == "__main__":
    main(sys.argv[1])
