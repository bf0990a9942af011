"""The whole verifier: certificate URLs, signatures over raw bytes, and that only refusals come out."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug import datastructures

from skill.web.chain import Trust
from skill.web.verify import (
    BadRequest,
    Cause,
    Certificates,
    Headers,
    Verifier,
    certificate_url,
)
from tests.web.authority import URL, Authority

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
GOOD = Authority(NOW)
BODY = b'{"version": "1.0", "request": {}}'
HOST = "https://s3.amazonaws.com"


class Shop:
    """Serves the good chain at Amazon's URL, nothing elsewhere, and counts."""

    def __init__(self) -> None:
        self.fetched: list[str] = []

    def __call__(self, url: str) -> bytes:
        self.fetched.append(url)
        if url != URL:
            raise BadRequest(Cause.FETCH, "Not on offer.")
        return GOOD.pem


def verifier(shop: Shop) -> Verifier:
    return Verifier(Certificates(fetch=shop, trust=Trust(GOOD.context)))


WARM = verifier(Shop())


def cause_of(headers: Headers, body: bytes = BODY, checker: Verifier = WARM) -> Cause | None:
    try:
        checker.verify(headers, body, NOW)
    except BadRequest as refusal:
        return refusal.cause
    return None


@pytest.mark.parametrize(
    "url",
    [
        URL,
        URL.replace("https", "HTTPS"),
        URL.replace("https", "hTTps"),
        URL.replace("s3.amazonaws", "S3.AmazonAWS"),
        URL.replace(".com/", ".com:443/"),
        f"{HOST}/echo.api/../echo.api/echo-api-cert.pem",
        f"{HOST}/./echo.api/./echo-api-cert.pem",
        f"{HOST}:443/elsewhere/../echo.api/x/../echo-api-cert.pem",
        f"{HOST}/../../echo.api/echo-api-cert.pem",
    ],
)
def test_one_certificate_has_one_url_however_it_is_written(url: str) -> None:
    assert certificate_url(url) == URL
    assert cause_of(GOOD.headers(BODY, url)) is None


@pytest.mark.parametrize(
    "url",
    [
        "",
        "/",
        "/echo.api/echo-api-cert.pem",
        "s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "//s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "http://s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "file://s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https:/s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https:\\\\s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://notamazon.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com.example.org/echo.api/echo-api-cert.pem",
        "https://s3xamazonaws.com/echo.api/echo-api-cert.pem",
        "https://example.org#s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com./echo.api/echo-api-cert.pem",
        "https://\u017f3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com@example.org/echo.api/echo-api-cert.pem",
        "https://user@s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://user:pass@s3.amazonaws.com/echo.api/echo-api-cert.pem",
        f"{HOST}:/echo.api/echo-api-cert.pem",
        f"{HOST}:0443/echo.api/echo-api-cert.pem",
        f"{HOST}:563/echo.api/echo-api-cert.pem",
        f"{HOST}:80/echo.api/echo-api-cert.pem",
        f"{HOST}:99999/echo.api/echo-api-cert.pem",
        f"{HOST}:-1/echo.api/echo-api-cert.pem",
        f"{HOST}:https/echo.api/echo-api-cert.pem",
        f"{HOST}/EcHo.aPi/echo-api-cert.pem",
        f"{HOST}/invalid.path/echo-api-cert.pem",
        f"{HOST}/echo.api",
        f"{HOST}/echo.api/",
        f"{HOST}/echo.api/.",
        f"{HOST}/echo.api/x/..",
        f"{HOST}/echo.apix/echo-api-cert.pem",
        f"{HOST}/echo.api/../echo-api-cert.pem",
        f"{HOST}/echo.api/../../bucket/echo-api-cert.pem",
        f"{HOST}/echo.api/%2e%2e/bucket/echo-api-cert.pem",
        f"{HOST}/echo.api/%2E./bucket/echo-api-cert.pem",
        f"{HOST}/echo.api/..%2fbucket/echo-api-cert.pem",
        f"{HOST}/echo.api/%252e%252e/bucket/echo-api-cert.pem",
        f"{HOST}/echo.api\\..\\bucket/echo-api-cert.pem",
        f"{HOST}/%65cho.api/echo-api-cert.pem",
        f"{HOST}//echo.api/echo-api-cert.pem",
        f"{HOST}/echo.api//echo-api-cert.pem",
        f"{HOST}/echo.api/echo-api-cert.pem/",
        f"{URL}?",
        f"{URL}?versionId=1",
        f"{URL}#",
        f"{URL}#x",
        f"{URL} ",
        f" {URL}",
        f"{URL}\n",
        f"{URL}\x00",
        f"{HOST}/echo.api/\r\nX: y",
        f"{HOST}/echo.api/é.pem",
        f"{URL}, {URL}",
        f"{URL}{'x' * 256}",
    ],
)
def test_any_other_url_is_refused_before_anything_is_fetched(url: str) -> None:
    shop = Shop()
    assert cause_of(GOOD.headers(BODY, url), checker=verifier(shop)) is Cause.CERTIFICATE_URL
    assert shop.fetched == []


@settings(deadline=None)
@given(st.text() | st.from_regex(r"https://s3\.amazonaws\.com(:443)?/[ -~]{0,30}", fullmatch=True))
def test_a_url_is_refused_or_below_echo_api_in_its_only_spelling(text: str) -> None:
    try:
        url = certificate_url(text)
    except BadRequest:
        return
    assert url.startswith(f"{HOST}/echo.api/")
    assert "/../" not in url
    assert certificate_url(url) == url


def test_a_signed_body_is_accepted_whatever_it_holds() -> None:
    for body in (BODY, b"", b"\xff\xfe not UTF-8 \x00", b"x" * 100_000):
        assert cause_of(GOOD.headers(body), body) is None


def test_header_names_may_be_cased_in_any_way_when_flask_reads_them() -> None:
    headers = datastructures.Headers({name.lower(): value for name, value in GOOD.headers(BODY).items()})
    assert cause_of(headers) is None


@settings(deadline=None)
@given(st.integers(0, len(BODY) * 8 - 1))
def test_a_body_with_a_bit_flipped_is_refused(place: int) -> None:
    flipped = bytearray(BODY)
    flipped[place // 8] ^= 1 << place % 8
    assert cause_of(HEADERS, bytes(flipped)) is Cause.SIGNATURE


HEADERS = GOOD.headers(BODY)
SIGNATURE = HEADERS["Signature-256"]


@pytest.mark.parametrize(
    "signature",
    [
        "",
        " ",
        "=",
        "x",
        "é",
        "\ud800",
        "not base64!",
        SIGNATURE[:-1],
        SIGNATURE[:-4],
        SIGNATURE + "=",
        SIGNATURE + " ",
        SIGNATURE + "AAAA",
        SIGNATURE[:76] + "\n" + SIGNATURE[76:],
        SIGNATURE[:10] + "*" + SIGNATURE[10:],
        SIGNATURE.swapcase(),
        GOOD.sign(b"another body"),
        "AAAA",
    ],
)
def test_a_signature_is_strict_base64_and_fits(signature: str) -> None:
    assert cause_of(HEADERS | {"Signature-256": signature}) is Cause.SIGNATURE


@pytest.mark.parametrize(
    ("headers", "cause"),
    [
        ({}, Cause.CERTIFICATE_URL),
        ({"Signature-256": SIGNATURE}, Cause.CERTIFICATE_URL),
        ({"SignatureCertChainUrl": URL}, Cause.SIGNATURE),
        ({"SignatureCertChainUrl": URL, "Signature": SIGNATURE}, Cause.SIGNATURE),
        (HEADERS | {"Signature": "old"}, None),
        (HEADERS | {"SignatureCertChainUrl": f"{HOST}/echo.api/none.pem"}, Cause.FETCH),
    ],
)
def test_both_headers_are_needed_and_the_old_signature_is_not_read(
    headers: dict[str, str], cause: Cause | None
) -> None:
    assert cause_of(headers) == cause


def test_a_bad_signature_is_no_reason_to_fetch_again() -> None:
    shop = Shop()
    checker = verifier(shop)
    for number in range(300):
        assert cause_of(HEADERS, b"%d" % number, checker) is Cause.SIGNATURE
    assert cause_of(HEADERS, BODY, checker) is None
    assert shop.fetched == [URL]


def test_a_missing_certificate_is_asked_for_once_in_some_seconds() -> None:
    shop = Shop()
    checker = verifier(shop)
    for _ in range(300):
        assert cause_of(HEADERS | {"SignatureCertChainUrl": f"{HOST}/echo.api/none"}, BODY, checker) is Cause.FETCH
    assert len(shop.fetched) == 1


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from(["SignatureCertChainUrl", "Signature-256", "Signature"]), st.text() | st.just(URL)),
    st.binary(),
)
def test_random_requests_are_refused_and_nothing_else_happens(headers: dict[str, str], body: bytes) -> None:
    assert cause_of(headers, body) is not None


def test_a_refusal_does_not_repeat_what_was_sent() -> None:
    for headers in (
        {"SignatureCertChainUrl": "https://secret"},
        {"SignatureCertChainUrl": URL, "Signature-256": "secret!"},
        {"SignatureCertChainUrl": f"{HOST}/echo.api/secret", "Signature-256": "AAAA"},
        {"SignatureCertChainUrl": URL, "Signature-256": "AAAA"},
    ):
        with pytest.raises(BadRequest) as refused:
            WARM.verify(headers, b"secret", NOW)
        assert "secret" not in str(refused.value)
        assert str(refused.value).endswith(".")
