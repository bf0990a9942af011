"""What is set by voice: true at once, kept for good, and said back."""

from itertools import pairwise

import pytest

from skill.coach.cues import Count, Part, Wait, say
from skill.coach.preferences import Detail, Flow, Pace, Preferences
from skill.coach.requests import Avoid, Name, Next, Pause, Ready, Repeat, Request, Resume
from skill.coach.time_requests import ResetSettings, SetDetail, SetFlow, SetHold, SetPace, Settings
from skill.coach.timeline import length_ms, timeline
from tests.coach.runner import LAG_MS, Runner, how_to, real_library, routine, voice_of

RIGHT, LEFT = 0, 1


def calf() -> Runner:
    return Runner().says(routine("post-run")).answers(Ready())


def worked_ms(runner: Runner, step: int) -> int:
    return sum(one.ms for one in runner.reply.timeline if one.part is Part.WORK and one.step == step)


def waits_ms(runner: Runner) -> list[int]:
    return [cue.ms for cue in runner.cues if isinstance(cue, Wait)]


def begun_ms(runner: Runner, n: int) -> int:
    """When the cue with that index begins."""
    return length_ms(voice_of(runner.reply), runner.cues[:n])


class TestHolds:
    def test_are_as_long_as_was_said(self) -> None:
        runner = Runner().says(SetHold(45)).says(how_to("wall-calf-straight"))
        assert worked_ms(runner, RIGHT) == worked_ms(runner, LEFT) == 45_000

    def test_keep_to_the_range_of_each_exercise_and_it_is_said(self) -> None:
        runner = Runner().says(how_to("downward-dog")).during(Part.WORK, 5).says(SetHold(90))
        most = real_library().exercises["downward-dog"].modes[0].parts[0].range_s.high  # type: ignore[union-attr]  # a hold has a range
        assert runner.cues[1:3] == (say("hold-set", seconds=90), say("hold-at-most", seconds=most))
        assert worked_ms(runner, 0) == most * 1000 - 5_000 - LAG_MS

    def test_under_way_are_longer_at_once(self) -> None:
        runner = calf().during(Part.WORK, 10, step=RIGHT).says(SetHold(45))
        assert worked_ms(runner, RIGHT) == 45_000 - 10_000 - LAG_MS

    def test_under_way_that_are_longer_than_that_are_over(self) -> None:
        runner = calf().during(Part.WORK, 25, step=RIGHT).says(SetHold(20))
        assert runner.keys[runner.keys.index("release") - 1] != "hold"
        assert worked_ms(runner, LEFT) == 20_000

    def test_of_other_exercises_that_cannot_are_said_to_keep_their_limit(self) -> None:
        assert "hold-elsewhere" in calf().answers(SetHold(55)).keys

    def test_that_every_exercise_can_take_need_no_such_words(self) -> None:
        assert Runner().says(how_to("wall-calf-straight")).answers(SetHold(30)).keys[:1] == ["hold-set"]

    @pytest.mark.parametrize(("asked_s", "kept_s"), [(1, 5), (3_600, 120)])
    def test_that_nobody_could_mean_are_kept_sane(self, asked_s: int, kept_s: int) -> None:
        assert Runner().says(SetHold(asked_s)).state.preferences.hold_s == kept_s


class TestPace:
    @pytest.mark.parametrize(("pace", "rate_percent"), [(Pace.SLOWER, 85), (Pace.NORMAL, 100), (Pace.FASTER, 115)])
    def test_is_the_speech_rate(self, pace: Pace, rate_percent: int) -> None:
        runner = Runner().says(SetPace(pace))
        assert runner.reply.rate_percent == rate_percent
        assert runner.says(routine("post-run")).reply.rate_percent == rate_percent

    @pytest.mark.parametrize("pace", Pace)
    def test_leaves_holds_as_long_as_they_are(self, pace: Pace) -> None:
        runner = Runner().says(SetPace(pace)).says(how_to("wall-calf-straight"))
        assert worked_ms(runner, RIGHT) == 30_000
        assert runner.reply.timeline == timeline(voice_of(runner.reply), runner.cues)

    def test_changes_the_time_to_get_ready(self) -> None:
        usual, slow, fast = (
            waits_ms(Runner().says(SetPace(pace)).says(how_to("wall-calf-straight")))
            for pace in (Pace.NORMAL, Pace.SLOWER, Pace.FASTER)
        )
        assert (usual[0], slow[0], fast[0]) == (8_000, 10_000, 6_400)

    @pytest.mark.parametrize(("pace", "rep_ms"), [(Pace.SLOWER, 2_500), (Pace.NORMAL, 2_000), (Pace.FASTER, 1_600)])
    def test_changes_the_tempo_of_a_count_to_even_beats(self, pace: Pace, rep_ms: int) -> None:
        runner = Runner().says(SetPace(pace)).says(how_to("leg-swings"))
        beats = [begun_ms(runner, n) for n, cue in enumerate(runner.cues) if isinstance(cue, Count)][:12]
        assert {later - earlier for earlier, later in pairwise(beats)} == {rep_ms}

    @pytest.mark.parametrize("pace", [Pace.SLOWER, Pace.FASTER])
    def test_changed_in_a_count_goes_on_from_the_same_number(self, pace: Pace) -> None:
        runner = Runner().says(how_to("leg-swings")).during(Part.WORK, 7, step=RIGHT).says(SetPace(pace))
        counts = [cue.number for cue in runner.cues if isinstance(cue, Count)]
        assert counts[:9] == [4, 5, 6, 7, 8, 9, 10, 11, 12]

    def test_is_true_of_the_very_answer(self) -> None:
        runner = calf().during(Part.WORK, 10, step=RIGHT).says(SetPace(Pace.SLOWER))
        assert runner.reply.rate_percent == 85
        assert worked_ms(runner, RIGHT) == 30_000 - 10_000 - LAG_MS
        assert runner.reply.timeline == timeline(voice_of(runner.reply), runner.cues)


class TestFlow:
    @pytest.mark.parametrize("flow", Flow)
    def test_changed_in_a_hold_keeps_the_place(self, flow: Flow) -> None:
        runner = calf().during(Part.WORK, 10, step=RIGHT).says(SetFlow(flow))
        assert runner.reply.timeline[0].from_ms == 10_000 + LAG_MS
        assert worked_ms(runner, RIGHT) == 30_000 - 10_000 - LAG_MS

    @pytest.mark.parametrize(("flow", "steps"), [(Flow.STEP_BY_STEP, 1), (Flow.WAIT_FOR_ME, 2), (Flow.KEEP_GOING, 7)])
    def test_is_what_the_rest_of_the_turn_holds(self, flow: Flow, steps: int) -> None:
        runner = calf().during(Part.WORK, 10, step=RIGHT).says(SetFlow(flow))
        assert len({one.step for one in runner.reply.timeline if one.part is Part.WORK}) == steps

    def test_at_a_prompt_leaves_the_prompt(self) -> None:
        runner = calf().answers(SetFlow(Flow.KEEP_GOING))
        assert runner.prompt == "next-here"
        assert runner.answers(Next()).taught == ["bent knee calf stretch", "toe stretch", "downward dog"]


class TestDetail:
    def test_timing_is_the_fewest_words_at_once(self) -> None:
        runner = Runner().says(SetDetail(Detail.TIMING)).says(how_to("wall-calf-straight"))
        assert "Heel down, lean in." in runner.words

    def test_full_is_every_word_however_often(self) -> None:
        runner = Runner().says(SetDetail(Detail.FULL))
        for _ in range(3):
            runner.says(how_to("wall-calf-straight")).hears_out().waits(1)
        assert "Straighten the back knee and sink that heel into the floor." in runner.words

    def test_repeat_after_few_words_gives_all(self) -> None:
        runner = Runner().says(SetDetail(Detail.TIMING)).says(how_to("wall-calf-straight")).during(Part.SETUP, 1)
        assert "Straighten the back knee and sink that heel into the floor." in runner.says(Repeat()).words


class TestSettings:
    def test_are_read_out_in_one_sentence(self) -> None:
        runner = Runner().says(SetHold(45)).says(SetPace(Pace.SLOWER)).says(SetFlow(Flow.KEEP_GOING)).says(Settings())
        assert runner.words.startswith(
            "Holds of forty-five seconds, a slower pace, fewer words each time, and I keep going by myself."
        )

    def test_of_a_newcomer_are_named_too(self) -> None:
        assert (
            Runner()
            .says(Settings())
            .words.startswith(
                "Holds as each stretch asks, normal pace, fewer words each time, and I wait for you after each stretch."
            )
        )

    def test_are_reset_but_for_what_is_never_wanted(self) -> None:
        runner = Runner().says(SetHold(45)).says(SetPace(Pace.FASTER)).says(SetFlow(Flow.STEP_BY_STEP))
        runner.says(SetDetail(Detail.FULL)).says(Avoid(Name(("towel-curls",), "towel curls"))).says(ResetSettings())
        assert runner.state.preferences == Preferences(avoided=("towel-curls",))
        assert runner.reply.rate_percent == 100

    def test_reset_in_a_count_goes_on_from_the_same_number(self) -> None:
        runner = Runner().says(SetPace(Pace.SLOWER)).says(how_to("leg-swings")).during(Part.WORK, 8, step=RIGHT)
        runner.says(ResetSettings())
        assert next(cue.number for cue in runner.cues if isinstance(cue, Count)) == 4

    def test_outlive_a_practice_and_a_session(self) -> None:
        runner = Runner().says(SetHold(45)).says(routine("post-run")).comes_back(after_s=9 * 86_400)
        assert runner.says(how_to("wall-calf-straight")).state.preferences.hold_s == 45


NOTHING_SAID: list[tuple[Request, str]] = [
    (SetHold(), "duration"),
    (SetPace(), "pace"),
    (SetFlow(), "flow"),
    (SetDetail(), "detail"),
]


@pytest.mark.parametrize(("request_", "slot"), NOTHING_SAID, ids=repr)
class TestWithoutAValue:
    def test_is_asked_for(self, request_: Request, slot: str) -> None:
        runner = Runner().says(request_)
        assert runner.reply.elicit == slot
        assert runner.prompt == f"which-{slot}"

    def test_in_a_hold_brings_the_runner_out_first_and_keeps_the_place(self, request_: Request, slot: str) -> None:
        runner = calf().during(Part.WORK, 10, step=RIGHT).says(request_)
        assert runner.keys == ["ease-out", f"which-{slot}"]
        assert worked_ms(runner.answers(Resume()), RIGHT) == 20_000


def test_a_setting_leaves_a_pause_a_pause() -> None:
    runner = calf().during(Part.WORK, 10, step=RIGHT).says(Pause()).waits(2).says(SetHold(45))
    assert runner.prompt == "say-resume"
    assert worked_ms(runner.answers(Resume()), RIGHT) == 35_000
