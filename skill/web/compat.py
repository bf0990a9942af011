"""Makes flask-ask-sdk importable: the only module that imports it, and the first that may.

Its verifier imports certvalidator, and that oscrypto, whose newest release cannot read "OpenSSL 3.0.19".
Requests are verified by skill.web.verify, so a module that refuses to be used takes certvalidator's place.
"""

import sys
from types import ModuleType


class CertvalidatorIsAbsent(Exception):  # noqa: N818 -- a state of affairs
    """Raised by the stand-in's every use; also stands for the exceptions that certvalidator has."""


def _refuse(*_: object, **__: object) -> None:
    message = "certvalidator is replaced by a stand-in here; requests are verified by skill.web.verify."
    raise CertvalidatorIsAbsent(message)


_stand_in = ModuleType("certvalidator", "A stand-in, see skill.web.compat.")
_errors = ModuleType("certvalidator.errors", "A stand-in, see skill.web.compat.")
_stand_in.__dict__.update(CertificateValidator=_refuse, ValidationContext=_refuse, errors=_errors)
_errors.__dict__.update(PathError=CertvalidatorIsAbsent, ValidationError=CertvalidatorIsAbsent)
sys.modules |= {"certvalidator": _stand_in, "certvalidator.errors": _errors}

from flask_ask_sdk.skill_adapter import SkillAdapter  # noqa: E402

__all__ = ["CertvalidatorIsAbsent", "SkillAdapter"]
