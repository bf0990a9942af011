"""Throws bytes, by coverage, at all that is read before a request is trusted: headers, chains, envelopes."""

import sys
from contextlib import suppress
from datetime import UTC, datetime

import atheris

with atheris.instrument_imports(include=["skill.web"]):
    from skill.web.chain import Trust, signing_key
    from skill.web.envelope import check_application_id, check_replay, check_timestamp
    from skill.web.gate import parsed
    from skill.web.refusal import BadRequest
    from skill.web.replays import Replays
    from skill.web.shape import shaped
    from skill.web.verify import Certificates, Verifier, certificate_url

from tests.web.authority import URL, Authority

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
GOOD = Authority(NOW)
TRUST = Trust(GOOD.context)
VERIFIER = Verifier(Certificates(fetch=lambda _: GOOD.pem, trust=TRUST))


def try_url(text: str) -> None:
    """A URL is refused or in its only spelling."""
    url = certificate_url(text)
    assert certificate_url(url) == url
    assert url.startswith("https://s3.amazonaws.com/echo.api/")


def try_signature(text: str) -> None:
    """No made-up signature fits."""
    VERIFIER.verify({"SignatureCertChainUrl": URL, "Signature-256": text}, text.encode("utf-8", "replace"), NOW)
    raise AssertionError("a signature was made up")


def try_chain(pem: bytes) -> None:
    """A file is a chain or refused."""
    signing_key(pem, TRUST.store, NOW)


def try_envelope(body: bytes) -> None:
    """Whatever JSON says of itself, it is let in or refused."""
    envelope = shaped(parsed(body))
    check_application_id(envelope, "ours")
    check_timestamp(envelope.request, NOW)
    check_replay(envelope.request, Replays(), NOW)


def one_input(given: bytes) -> None:
    """Everything but a refusal is a failure of ours."""
    kind, rest = given[:1], given[1:]
    with suppress(BadRequest):
        match kind:
            case b"u":
                try_url("https://s3.amazonaws.com" + rest.decode("latin-1"))
            case b"s":
                try_signature(rest.decode("latin-1"))
            case b"c":
                try_chain(GOOD.leaf.pem[: len(rest) * 7] + rest)
            case _:
                try_envelope(given)


atheris.Setup(sys.argv, one_input)
atheris.Fuzz()
