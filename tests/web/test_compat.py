"""flask-ask-sdk can be imported although what it depends on cannot, and the stand-in does no verifying."""

import subprocess
import sys
from importlib.metadata import version

import pytest

from skill.web.compat import CertvalidatorIsAbsent, SkillAdapter


def run(code: str) -> str:
    """Run code in a fresh interpreter in which every warning is an error."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-W", "error", "-c", code], check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def test_flask_ask_sdk_can_be_imported_without_warnings_and_without_oscrypto() -> None:
    code = "import skill.web.compat, flask_ask_sdk.skill_adapter, sys; print('oscrypto' in sys.modules)"
    assert run(code) == "False"


def test_the_adapter_is_flask_ask_sdks() -> None:
    assert SkillAdapter.__module__ == "flask_ask_sdk.skill_adapter"


def test_the_stand_in_refuses_to_be_used() -> None:
    import certvalidator  # type: ignore[import-untyped]  # it has no types

    for use in (certvalidator.CertificateValidator, certvalidator.ValidationContext):
        with pytest.raises(CertvalidatorIsAbsent, match=r"skill\.web\.verify"):
            use(b"", [])


def test_the_stand_in_has_every_name_the_verifier_imports() -> None:
    from ask_sdk_webservice_support import verifier

    assert verifier.CertificateValidator is sys.modules["certvalidator"].__dict__["CertificateValidator"]
    assert verifier.PathError is verifier.ValidationError is CertvalidatorIsAbsent


def test_oscrypto_is_still_the_release_that_cannot_read_openssl_versions() -> None:
    assert version("oscrypto") == "1.3.0", "look again: skill.web.compat may have become unnecessary"
