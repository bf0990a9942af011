"""A skill that says what it is told to, and keeps what it was asked."""

import json
from collections.abc import Iterable
from typing import Any

Json = dict[str, Any]


def response(speech: str, reprompt: str = "", *, asks: Json | None = None) -> Json:
    """A response; with a reprompt the microphone opens. `asks` is a directive."""
    spoken: Json = {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{speech}</speak>"}}
    if reprompt:
        spoken["reprompt"] = {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{reprompt}</speak>"}}
    spoken |= {"shouldEndSession": not reprompt} | ({"directives": [asks]} if asks else {})
    return {"version": "1.0", "sessionAttributes": {"turn": 1}, "response": spoken}


class FakeSkill:
    """Answers with the given responses in turn, the last one for ever."""

    def __init__(self, *responses: Json | bytes) -> None:
        self.requests: list[Json] = []
        self._responses = list(responses)

    def __call__(self, body: bytes) -> bytes:
        self.requests.append(json.loads(body))
        if self.last["request"]["type"] == "SessionEndedRequest":
            return b'{"version": "1.0", "response": {}}'
        answer = self._responses.pop(0) if len(self._responses) > 1 else self._responses[0]
        return answer if isinstance(answer, bytes) else json.dumps(answer).encode()

    @property
    def last(self) -> Json:
        """The newest request's envelope."""
        return self.requests[-1]

    def kinds(self) -> Iterable[str]:
        """The types of all requests."""
        return [envelope["request"]["type"] for envelope in self.requests]
