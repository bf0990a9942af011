"""The numbers fit together."""

from skill.speech import limits


def test_what_we_aim_at_is_below_what_alexa_takes() -> None:
    assert limits.SPEECH_CHARACTERS < limits.RESPONSE_AIM_BYTES < limits.RESPONSE_BYTES
    assert limits.SESSION_BYTES < limits.RESPONSE_AIM_BYTES
