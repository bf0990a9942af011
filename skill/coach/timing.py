"""Requests about time and how it is kept: what is left, more of it, and what a runner sets for good."""

from typing import assert_never

from skill.coach import more, setting, whereabouts
from skill.coach.room import Reply, Room
from skill.coach.state import State
from skill.coach.time_requests import (
    MoreTime,
    NotReady,
    ResetSettings,
    SetDetail,
    SetFlow,
    SetHold,
    SetPace,
    Settings,
    TimeLeft,
    Timing,
    WhatsNext,
    WhereAmI,
)


def reply(room: Room, state: State, request: Timing) -> Reply:  # noqa: C901, PLR0911 -- one line a case
    """The answer to one of these."""
    match request:
        case TimeLeft():
            return whereabouts.time_left(room, state)
        case WhereAmI():
            return whereabouts.where(room, state)
        case WhatsNext():
            return whereabouts.whats_next(room, state)
        case NotReady():
            return more.not_ready(room, state)
        case MoreTime(duration_s):
            return more.more_time(room, state, duration_s)
        case SetHold():
            return setting.set_hold(room, state, request)
        case SetPace():
            return setting.set_pace(room, state, request)
        case SetFlow():
            return setting.set_flow(room, state, request)
        case SetDetail():
            return setting.set_detail(room, state, request)
        case Settings():
            return setting.settings(room, state)
        case ResetSettings():
            return setting.reset(room, state)
        case _:
            assert_never(request)
