"""Deciding about chains: all that an authority can get wrong is refused, what is merely untidy is not."""

import base64
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.web.chain import Trust, signing_key
from skill.web.refusal import BadRequest, Cause
from tests.web.authority import (
    YEAR,
    Authority,
    Order,
    accepted_chains,
    issue,
    quick_key,
    refused_chains,
    rsa_key,
)

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
GOOD = Authority(NOW)
TRUST = Trust(GOOD.context)


@pytest.mark.parametrize("pem", [pytest.param(pem, id=kind) for kind, pem in refused_chains(GOOD).items()])
def test_a_bad_chain_is_refused(pem: bytes) -> None:
    with pytest.raises(
        BadRequest, match=r"^The certificate chain is not valid for echo-api\.amazon\.com\.$"
    ) as refused:
        signing_key(pem, TRUST.store, NOW)
    assert refused.value.cause is Cause.CHAIN


@pytest.mark.parametrize("pem", [pytest.param(pem, id=kind) for kind, pem in accepted_chains(GOOD).items()])
def test_an_untidy_chain_is_accepted(pem: bytes) -> None:
    assert signing_key(pem, TRUST.store, NOW).key.key_size >= 2048


def test_the_key_is_the_one_of_the_first_certificate() -> None:
    assert signing_key(GOOD.pem, TRUST.store, NOW).key == rsa_key("leaf").public_key()


@pytest.mark.parametrize(
    ("leaf_ends", "intermediate_ends", "expires"),
    [
        (NOW + timedelta(hours=1), NOW + YEAR, NOW + timedelta(hours=1)),
        (NOW + YEAR, NOW + timedelta(hours=2), NOW + timedelta(hours=2)),
    ],
)
def test_a_chain_expires_with_its_first_certificate_to_do_so(
    leaf_ends: datetime, intermediate_ends: datetime, expires: datetime
) -> None:
    order = Order("CA", quick_key("short-lived"), is_authority=True, valid=(NOW - YEAR, intermediate_ends))
    intermediate = issue(order, GOOD.root)
    leaf = issue(Order("leaf", rsa_key("leaf"), hosts=GOOD.order.hosts, valid=(NOW - YEAR, leaf_ends)), intermediate)
    assert signing_key(leaf.pem + intermediate.pem, TRUST.store, NOW).expires == expires


def test_now_may_be_given_in_any_zone() -> None:
    for_an_hour = GOOD.chain(valid=(NOW, NOW + timedelta(hours=1)))
    for hours in (-11, 0, 14):
        signing_key(for_an_hour, TRUST.store, NOW.astimezone(timezone(timedelta(hours=hours))))


@settings(deadline=None)
@given(st.data())
def test_a_chain_with_a_bit_flipped_is_refused_and_nothing_else_happens(data: st.DataObject) -> None:
    der = bytearray(GOOD.leaf.certificate.public_bytes(Encoding.DER))
    place = data.draw(st.integers(0, len(der) * 8 - 1))
    der[place // 8] ^= 1 << place % 8
    with pytest.raises(BadRequest):
        signing_key(_pem(bytes(der)) + GOOD.intermediate.pem, TRUST.store, NOW)


@settings(deadline=None)
@given(st.binary())
def test_random_bytes_are_no_chain(junk: bytes) -> None:
    for pem in (junk, _pem(junk), GOOD.leaf.pem + _pem(junk)):
        with pytest.raises(BadRequest):
            signing_key(pem, TRUST.store, NOW)


def test_ssl_cert_file_decides_whom_to_trust(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(GOOD.root_file(tmp_path)))
    trust = Trust()
    assert len(trust.context.get_ca_certs()) == 1
    signing_key(GOOD.pem, trust.store, NOW)


def test_ssl_cert_dir_decides_where_there_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "0a1b2c3d.0").write_bytes(GOOD.root.pem)
    (tmp_path / "0a1b2c3d.1").write_bytes(b"no certificate")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    signing_key(GOOD.pem, Trust().store, NOW)


def test_the_roots_of_this_machine_can_all_be_read() -> None:
    trust = Trust()
    assert trust.store is trust.store
    with pytest.raises(BadRequest):
        signing_key(GOOD.pem, trust.store, NOW)


def test_a_machine_without_roots_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.setenv(name, str(tmp_path / "missing"))
    with pytest.raises(BadRequest, match="trusts no certificate authority") as refused:
        Trust().store  # noqa: B018
    assert refused.value.cause is Cause.NO_ROOTS


def _pem(der: bytes) -> bytes:
    return b"-----BEGIN CERTIFICATE-----\n" + base64.encodebytes(der) + b"-----END CERTIFICATE-----\n"
