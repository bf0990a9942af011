"""What is compared: the skill, a bare Flask view, and the stock flask-ask-sdk with its own verifier."""

import os
import re
import ssl
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from flask import Flask, Response, request

from skill import bootstrap, log
from skill.settings import Settings
from tests.web.authority import URL, Authority

OSCRYPTO = r"\b(\d\.\d\.\d[a-z]*)\b"
"""What oscrypto 1.3.0 takes for a version of OpenSSL."""

OPENSSL = r"\b(\d+\.\d+\.\d+[a-z]*)\b"


@dataclass(frozen=True, slots=True)
class Keys:
    """What a rival needs to verify: the chain that Amazon's bucket holds, and the root it hangs from."""

    chain: bytes
    root: bytes

    @classmethod
    def of(cls, authority: Authority) -> "Keys":
        """Those of a test authority."""
        return cls(authority.pem, authority.root.pem)

    def context(self) -> ssl.SSLContext:
        """TLS that trusts the root."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(cadata=self.root.decode())
        return context


def bare(answer_bytes: int) -> Flask:
    """Flask and nothing else: it parses what comes and returns so many bytes."""
    app = Flask("bare", static_folder=None)
    payload = b"{}".ljust(answer_bytes)

    @app.post("/alexa")
    def view() -> Response:
        request.get_json()
        return Response(payload, mimetype="application/json")

    return app


def ours(keys: Keys, database_url: str) -> Flask:
    """The skill as it stands on the network, but for where the certificate comes from."""
    from skill.web.app import create_app
    from skill.web.chain import Trust
    from skill.web.verify import Certificates, Verifier

    log.configure("INFO", open(os.devnull, "w"))  # noqa: PTH123, SIM115 -- open as long as the process lives
    verifier = Verifier(Certificates(fetch=lambda _: keys.chain, trust=Trust(keys.context)))
    return create_app(Settings(database_url=database_url), verifier=verifier)


def stock(keys: Keys) -> Flask:
    """The same skill, hosted and verified as flask-ask-sdk does it. Call it before skill.web is imported."""
    from ask_sdk_core.serialize import DefaultSerializer

    adapter, verifier = stock_modules()
    app = Flask("stock", static_folder=None)
    skill = bootstrap.parts(Settings(database_url="memory:"), bootstrap.World()).skill
    skill.serializer = DefaultSerializer()
    signatures = verifier.RequestVerifier(signature_key="Signature-256")
    signatures._cert_cache[URL] = keys.chain  # noqa: SLF001 -- there is no other way in but Amazon's
    verifier.CertificateValidator = trusting(keys, verifier.CertificateValidator)
    app.config.update(ASK_SDK_VERIFY_SIGNATURE=False)
    adapter.SkillAdapter(skill=skill, skill_id=0, verifiers=[signatures], app=app).register(app, "/alexa")
    return app


def stock_modules() -> tuple[Any, Any]:
    """flask-ask-sdk's adapter and its verifier, with an oscrypto that can read "OpenSSL 3.0.19"."""
    search = re.search

    def lenient(pattern: Any, text: Any) -> Any:  # noqa: ANN401 -- bytes or text, as in re
        return search(OPENSSL if pattern == OSCRYPTO else pattern, text)

    warnings.simplefilter("ignore")
    with patch("re.search", lenient):
        import oscrypto.asymmetric  # type: ignore[import-untyped]  # noqa: F401 -- untyped; its import looks for OpenSSL
    from ask_sdk_webservice_support import verifier
    from flask_ask_sdk import skill_adapter

    return skill_adapter, verifier


def trusting(keys: Keys, validator: Callable[..., Any]) -> Callable[..., Any]:
    """certvalidator, trusting our root besides those of the system."""
    from certvalidator import ValidationContext  # type: ignore[import-untyped]  # it has no types

    root = x509.load_pem_x509_certificate(keys.root).public_bytes(Encoding.DER)
    return lambda leaf, others: validator(leaf, others, ValidationContext(extra_trust_roots=[root]))


RIVALS: dict[str, Callable[[Keys], Flask]] = {
    "bare": lambda _: bare(int(os.environ["BENCH_ANSWER_BYTES"])),
    "ours": lambda keys: ours(keys, os.environ["BENCH_DATABASE_URL"]),
    "stock": stock,
}
"""Those that can be served, by the name in BENCH_RIVAL."""
