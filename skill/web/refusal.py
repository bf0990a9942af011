"""What is said to a caller whose request is not accepted; nothing here ever repeats what the caller sent."""

from enum import StrEnum


class Cause(StrEnum):
    """Why a request was refused, in the one word that logs and counters use."""

    CERTIFICATE_URL = "certificate-url"
    SIGNATURE = "signature"
    FETCH = "fetch"
    CHAIN = "chain"
    NO_ROOTS = "no-roots"
    NOT_JSON = "not-json"
    ENVELOPE = "envelope"
    TIMESTAMP = "timestamp"
    APPLICATION_ID = "application-id"
    REPLAY = "replay"
    ORIGIN = "origin"
    STORE = "store"


class BadRequest(Exception):  # noqa: N818 -- named after the status it becomes
    """A request answered with 400: the sentence is the answer's body, the cause is for logs and counters."""

    def __init__(self, cause: Cause, sentence: str) -> None:
        """Keep both; the sentence is also what `str` gives."""
        super().__init__(sentence)
        self.cause = cause

    def again(self) -> "BadRequest":
        """The same refusal for one more caller, without the traceback that a raised one keeps alive."""
        return BadRequest(self.cause, str(self))
