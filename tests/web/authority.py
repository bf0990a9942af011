"""A certificate authority for tests: it issues good chains and bad ones of every kind, and signs bodies.

All of it is made on the spot and trusted by nobody: a test that wants it trusted sets `SSL_CERT_FILE` to
`Authority.root_file` or takes `Authority.context`.
"""

import base64
import ssl
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

URL = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"
PATH = "/echo.api/echo-api-cert.pem"
SIGNER = "echo-api.amazon.com"
YEAR = timedelta(days=365)
ERA = (datetime(2020, 1, 1, tzinfo=UTC), datetime(2090, 1, 1, tzinfo=UTC))

USES = (
    *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement"),
    *("key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
)


def usage(*granted: str) -> x509.KeyUsage:
    """What a key may be used for, and nothing else."""
    return x509.KeyUsage(**{use: use in granted for use in USES})


SIGNS_CERTIFICATES = usage("key_cert_sign", "crl_sign")

SIGNS_BYTES = usage("digital_signature", "key_encipherment")
"""As on Amazon's certificate."""

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@cache
def rsa_key(label: str, bits: int = 2048) -> rsa.RSAPrivateKey:
    """A key by name, made once in a test run, as making one takes a tenth of a second."""
    assert label
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


@cache
def quick_key(label: str) -> ec.EllipticCurvePrivateKey:
    """A key for those who only issue."""
    assert label
    return ec.generate_private_key(ec.SECP256R1())


@dataclass(frozen=True)
class Issued:
    """A certificate with its private key."""

    certificate: x509.Certificate
    key: Key

    @property
    def pem(self) -> bytes:
        """The certificate as text."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def key_pem(self) -> bytes:
        """The private key as text."""
        form = serialization.PrivateFormat.PKCS8
        return self.key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())


@dataclass(frozen=True)
class Order:
    """What a certificate is to say."""

    name: str
    key: Key
    hosts: tuple[str, ...] | None = None
    is_authority: bool = False
    valid: tuple[datetime, datetime] = ERA
    usages: tuple[x509.ObjectIdentifier, ...] = ()


def issue(order: Order, issuer: Issued | None = None) -> Issued:
    """Issue what is ordered, signed by the issuer or by itself."""
    subject = _name(order.name)
    issued_by, signing_key = (issuer.certificate.subject, issuer.key) if issuer else (subject, order.key)
    builder = (
        x509.CertificateBuilder(issued_by, subject, order.key.public_key(), x509.random_serial_number(), *order.valid)
        .add_extension(x509.BasicConstraints(ca=order.is_authority, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(order.key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signing_key.public_key()), critical=False)
    )
    if order.hosts is not None:
        hosts = x509.SubjectAlternativeName([x509.DNSName(host) for host in order.hosts])
        builder = builder.add_extension(hosts, critical=False)
    if order.is_authority:
        builder = builder.add_extension(SIGNS_CERTIFICATES, critical=True)
    if order.usages and not order.is_authority:
        builder = builder.add_extension(SIGNS_BYTES, critical=True)
    if order.usages:
        builder = builder.add_extension(x509.ExtendedKeyUsage(order.usages), critical=False)
    return Issued(builder.sign(signing_key, hashes.SHA256()), order.key)


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


class Authority:
    """A root, an intermediate, and what hangs from them around one moment."""

    def __init__(self, now: datetime, name: str = "Stretch Test") -> None:
        """Certificates are valid from a year before `now` until a year after."""
        self.now = now
        self.name = name
        self.valid = (now - YEAR, now + YEAR)

    @cached_property
    def root(self) -> Issued:
        """The root, good until 2090, so that it can also vouch for a TLS server on the real clock."""
        return issue(Order(f"{self.name} Root", quick_key(f"{self.name} root"), is_authority=True))

    @cached_property
    def intermediate(self) -> Issued:
        """What stands between the root and the leaves."""
        order = Order(f"{self.name} CA", quick_key(f"{self.name} intermediate"), is_authority=True, valid=self.valid)
        return issue(order, self.root)

    @cached_property
    def order(self) -> Order:
        """A good leaf; `replace` a field for a bad one."""
        usages = (ExtendedKeyUsageOID.SERVER_AUTH,)
        return Order(SIGNER, rsa_key("leaf"), hosts=(SIGNER,), valid=self.valid, usages=usages)

    @cached_property
    def leaf(self) -> Issued:
        """The signing certificate."""
        return issue(self.order, self.intermediate)

    @property
    def pem(self) -> bytes:
        """A chain as Amazon serves it, without the root."""
        return self.leaf.pem + self.intermediate.pem

    @cached_property
    def host(self) -> Issued:
        """The certificate of the TLS server that plays s3.amazonaws.com."""
        return issue(Order("s3.amazonaws.com", quick_key("host"), hosts=("s3.amazonaws.com",)), self.root)

    def chain(self, *others: Issued, **changes: Any) -> bytes:  # noqa: ANN401 -- any field of an order
        """A chain whose leaf is unlike the good one; the intermediate unless others are given."""
        leaf = issue(replace(self.order, **changes), self.intermediate)
        return leaf.pem + b"".join(other.pem for other in others or (self.intermediate,))

    def sign(self, body: bytes) -> str:
        """The value of the header `Signature-256`."""
        return base64.b64encode(rsa_key("leaf").sign(body, padding.PKCS1v15(), hashes.SHA256())).decode()

    def headers(self, body: bytes, url: str = URL) -> dict[str, str]:
        """The two headers of a signed request."""
        return {"SignatureCertChainUrl": url, "Signature-256": self.sign(body)}

    def context(self) -> ssl.SSLContext:
        """TLS that trusts this root and no other."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(cadata=self.root.pem.decode())
        return context

    def root_file(self, folder: Path) -> Path:
        """The root in a file, for `SSL_CERT_FILE`."""
        path = folder / "root.pem"
        path.write_bytes(self.root.pem)
        return path


def refused_chains(good: Authority) -> dict[str, bytes]:
    """Every kind of file that must not be taken for a chain, by what is wrong with it."""
    now, foreign = good.now, Authority(good.now, "Foreign")
    expired_ca = issue(
        Order(
            "Expired CA",
            quick_key("expired"),
            is_authority=True,
            valid=(now - YEAR, now - timedelta(seconds=1)),
        ),
        good.root,
    )
    no_authority = issue(Order("No CA", quick_key("no authority"), valid=good.valid), good.root)
    return {
        "expired": good.chain(valid=(now - YEAR, now - timedelta(seconds=1))),
        "not yet valid": good.chain(valid=(now + timedelta(seconds=1), now + YEAR)),
        "foreign root": foreign.pem,
        "foreign root sent along": foreign.pem + foreign.root.pem,
        "wrong name": good.chain(hosts=("echo-api.amazon.com.example.org",)),
        "name of a part": good.chain(hosts=("amazon.com",)),
        "wildcard": good.chain(hosts=("*.amazon.com",)),
        "name only in the subject": good.chain(hosts=None),
        "missing intermediate": good.leaf.pem,
        "intermediate first": good.intermediate.pem + good.leaf.pem,
        "expired intermediate": issue(good.order, expired_ca).pem + expired_ca.pem,
        "issued by a leaf": issue(good.order, no_authority).pem + no_authority.pem,
        "signs for itself": issue(good.order).pem,
        "for clients only": good.chain(usages=(ExtendedKeyUsageOID.CLIENT_AUTH,)),
        "an authority itself": good.chain(is_authority=True),
        "key not RSA": good.chain(key=quick_key("leaf")),
        "short key": good.chain(key=rsa_key("short", 1024)),
        "too many certificates": good.pem + good.intermediate.pem * 9,
        "only the root": good.root.pem,
        "garbage": b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        "garbage among good ones": good.leaf.pem + b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        "cut off": good.leaf.pem[:-60],
        "a private key": good.leaf.key_pem,
        "bytes": bytes(range(256)),
        "empty": b"",
    }


def accepted_chains(good: Authority) -> dict[str, bytes]:
    """Files that hold more or less than they should and are good chains all the same."""
    foreign = Authority(good.now, "Foreign")
    root_order = Order(f"{good.name} Root", quick_key(f"{good.name} root"), is_authority=True)
    cross_signed = issue(root_order, foreign.root)
    return {
        "plain": good.pem,
        "with the root": good.pem + good.root.pem,
        "with a cross-signed root on top": good.pem + cross_signed.pem,
        "with cross-signed root and its foreign root": good.pem + cross_signed.pem + foreign.root.pem,
        "with junk between": good.leaf.pem + foreign.leaf.pem + good.intermediate.pem,
        "with words around": b"Amazon\n" + good.leaf.pem + b"\nissued by\n" + good.intermediate.pem,
        "with other names too": good.chain(hosts=("example.org", SIGNER)),
        "without usages": good.chain(usages=()),
        "with a long key": good.chain(key=rsa_key("long", 3072)),
        "in its last second": good.chain(valid=(good.now - YEAR, good.now)),
        "straight from the root": issue(good.order, good.root).pem,
    }
