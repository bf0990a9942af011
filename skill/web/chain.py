"""Decides whether a PEM file holds a chain from Alexa's signing certificate to a root this machine trusts."""

import ssl
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509 import (
    Certificate,
    DNSName,
    DuplicateExtension,
    InvalidVersion,
    SubjectAlternativeName,
    UnsupportedGeneralNameType,
    load_der_x509_certificate,
    load_pem_x509_certificates,
)
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from skill.web.refusal import BadRequest, Cause

SIGNER = "echo-api.amazon.com"
MIN_KEY_BITS = 2048
MAX_CERTIFICATES = 10
"""Amazon sends four. A path is searched for among them, which a long list would make costly."""

_NOT_A_CHAIN = (
    ValueError,
    DuplicateExtension,
    InvalidVersion,
    UnsupportedAlgorithm,
    UnsupportedGeneralNameType,
    VerificationError,
    Warning,  # where warnings are errors, a certificate worth a warning is none
)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key that Alexa signs with, and the moment the first certificate of its chain expires."""

    key: RSAPublicKey
    expires: datetime


def system_context() -> ssl.SSLContext:
    """TLS by OpenSSL's default paths, hence also by `SSL_CERT_FILE` and `SSL_CERT_DIR`."""
    context = ssl.create_default_context()
    if not context.get_ca_certs():
        _read_directory(context)
    return context


class Trust:
    """What this machine trusts, for TLS and for Alexa's chain alike; read when first asked for, then kept."""

    def __init__(self, context: Callable[[], ssl.SSLContext] = system_context) -> None:
        """Keep the way to the trusted roots; reading them takes some 30 ms, which an import should not."""
        self._context = context

    @cached_property
    def context(self) -> ssl.SSLContext:
        """The TLS side, to connect with."""
        return self._context()

    @cached_property
    def store(self) -> Store:
        """The same roots, to build Alexa's chain on."""
        roots = list(_roots(self.context))
        if not roots:
            raise BadRequest(Cause.NO_ROOTS, "This machine trusts no certificate authority.")
        return Store(roots)


def signing_key(pem: bytes, store: Store, now: datetime) -> SigningKey:
    """The key of the file's first certificate, when a chain leads from it to a root; `BadRequest` when not.

    The others may be in any order and of no use: Amazon puts a cross-signed root on top, so the chain may end
    before the file does.
    """
    try:
        leaf, *others = _certificates(pem)
        policy = PolicyBuilder().store(store).time(now)
        chain = policy.build_server_verifier(DNSName(SIGNER)).verify(leaf, others)
        return SigningKey(_key(leaf), min(link.not_valid_after_utc for link in chain))
    except _NOT_A_CHAIN as error:
        raise BadRequest(Cause.CHAIN, f"The certificate chain is not valid for {SIGNER}.") from error


def _certificates(pem: bytes) -> list[Certificate]:
    certificates = load_pem_x509_certificates(pem)
    if len(certificates) > MAX_CERTIFICATES:
        message = f"{len(certificates)} certificates are more than {MAX_CERTIFICATES}"
        raise ValueError(message)
    return certificates


def _key(leaf: Certificate) -> RSAPublicKey:
    """The leaf's key, if Alexa signs with such a key and the leaf carries the signer's name in full."""
    names = leaf.extensions.get_extension_for_class(SubjectAlternativeName).value
    # The verifier also takes *.amazon.com, which stands on machines that have nothing to do with Alexa.
    if SIGNER not in names.get_values_for_type(DNSName):
        message = f"the names {names!r} lack {SIGNER}"
        raise ValueError(message)
    key = leaf.public_key()
    if not isinstance(key, RSAPublicKey) or key.key_size < MIN_KEY_BITS:
        message = f"the key is not an RSA key of {MIN_KEY_BITS} bits or more"
        raise ValueError(message)
    return key


def _roots(context: ssl.SSLContext) -> Iterator[Certificate]:
    with warnings.catch_warnings():
        # Starfield's roots, above Amazon's, bear the serial number 0, of which cryptography warns.
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        for der in context.get_ca_certs(binary_form=True):
            with suppress(ValueError):
                yield load_der_x509_certificate(der)


def _read_directory(context: ssl.SSLContext) -> None:
    """Load what OpenSSL would look up only when needed, where roots are kept in single files."""
    directory = ssl.get_default_verify_paths().capath
    for path in Path(directory).glob("*.[0-9]") if directory else ():  # the names that OpenSSL itself looks for
        with suppress(OSError):
            context.load_verify_locations(cafile=path)
