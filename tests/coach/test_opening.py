"""How things begin: a routine, an exercise on its own, a description, the list of routines."""

import pytest

from skill.coach.cues import Part, Read, Say, Wait, say
from skill.coach.desk import desk
from skill.coach.opening import length
from skill.coach.playhead import Spot
from skill.coach.preferences import Preferences
from skill.coach.requests import (
    Describe,
    HowTo,
    ListRoutines,
    More,
    Name,
    Next,
    No,
    Pause,
    Ready,
    Resume,
    StartRoutine,
    Yes,
)
from skill.coach.state import Asked, Practice, Question, Situation, State
from skill.domain.model import Exercise, Side, Sides
from tests.coach.gym import (
    BALL,
    BAND,
    FIVE,
    FLOOR,
    PARTS,
    STATIONS,
    TEN,
    WORDINGS,
    exercise,
    hold,
    library_of,
    routine_of,
)
from tests.coach.runner import MINUTE_S, Runner, how_to, real_library, room_at, routine, words
from tests.values import replace


def said(cue: object) -> dict[str, object]:
    assert isinstance(cue, Say)
    return dict(cue.args)


class TestARoutine:
    def test_opens_with_its_name_its_exercises_its_length_and_what_one_needs(self) -> None:
        runner = Runner().says(routine("post-run"))
        assert runner.keys == ["safety", "opening", "opening-kit", "walk"]
        opened = said(runner.cues[2])
        assert (opened["name"], opened["count"]) == ("post-run routine", say("stretches", count=4))
        assert said(runner.cues[3])["things"] == ("a wall", "a chair", "some floor")

    def test_with_a_warm_up_waits_until_one_is_ready(self) -> None:
        runner = Runner().says(routine("post-run"))
        assert runner.cues[-1] == say("walk", warm_up="until-breath-settles")
        assert runner.reply.reprompt == (Wait(20_000), say("say-ready-again"))
        assert runner.hears_out().where == (0, Part.OPENING)
        assert runner.waits(60).says(Ready()).taught == ["calf stretch"]

    def test_without_one_begins_at_once(self) -> None:
        runner = Runner().says(routine("quick-cool-down"))
        assert runner.taught == ["calf stretch"]
        assert runner.keys[:3] == ["safety", "opening", "opening-kit"]

    def test_says_the_safety_line_at_its_first_time_only(self) -> None:
        runner = Runner().says(routine("post-run"))
        runner.is_new_session = True
        assert "safety" not in runner.says(routine("post-run")).keys

    def test_says_the_safety_line_once_a_session(self) -> None:
        runner = Runner().says(routine("post-run")).says(routine("pre-run"))
        assert "safety" not in runner.keys

    def test_says_the_safety_line_at_another_routines_first_time_in_another_session(self) -> None:
        runner = Runner().says(routine("post-run"))
        runner.is_new_session = True
        assert runner.says(routine("pre-run")).keys[0] == "safety"

    def test_counts_exercises_where_some_are_no_stretches(self) -> None:
        assert said(Runner().says(routine("pre-run")).cues[2])["count"] == say("exercises", count=3)

    def test_names_places_then_equipment_each_once(self) -> None:
        library = library_of(BALL, BAND, FLOOR)
        runner = Runner(library=library).says(routine("rounds"))
        assert said(runner.cues[3])["things"] == ("a chair", "a wall", "some floor", "a ball", "a band")

    def test_that_needs_nothing_says_nothing_about_it(self) -> None:
        standing = replace(TEN, place=real_library().exercises["leg-swings"].place)
        runner = Runner(library=library_of(standing)).says(routine("rounds"))
        assert "opening-kit" not in runner.keys

    def test_leaves_out_what_the_runner_never_wants(self) -> None:
        avoiding = State(preferences=Preferences(avoided=("toe-stretch",)))
        runner = Runner(state=avoiding).says(routine("quick-cool-down"))
        assert runner.practice.exercises == ("wall-calf-straight",)

    def test_of_which_nothing_is_wanted_is_not_begun(self) -> None:
        avoiding = State(preferences=Preferences(avoided=("toe-stretch", "wall-calf-straight")))
        assert Runner(state=avoiding).says(routine("quick-cool-down")).keys == ["all-avoided"]

    def test_started_again_before_its_first_step_just_opens_again(self) -> None:
        runner = Runner().says(routine("post-run")).answers(routine("pre-run"))
        assert runner.keys[0] == "opening"

    def test_that_begins_with_equipment_lets_it_be_fetched_first(self) -> None:
        runner = Runner(library=library_of(BAND, TEN)).says(routine("rounds"))
        assert runner.taught == []


class TestTheLength:
    @staticmethod
    def of(*exercises: Exercise) -> Say:
        library = library_of(*exercises)
        practice = Practice(exercises=tuple(one.id for one in exercises), routine="rounds")
        return length(desk(room_at(library=library), State(practice=practice), practice))

    def test_is_rounded_up_to_half_a_minute(self) -> None:
        short = replace(exercise("press", hold(5)), sides=Sides.BOTH, wordings=WORDINGS)
        assert self.of(short) == say("minutes", minutes=1)
        assert self.of(TEN) == say("minutes-and-half", minutes=1)

    def test_of_next_to_nothing_is_half_a_minute(self) -> None:
        bare = replace(WORDINGS.full, place=(), setup=(), right=None, left=None)
        tiny = replace(FIVE, sides=Sides.BOTH, wordings=replace(WORDINGS, full=bare))
        assert self.of(tiny) == say("half-a-minute")

    def test_counts_the_walks_between_places(self) -> None:
        apart = [replace(exercise(name, hold(8)), sides=Sides.BOTH) for name in ("one", "two", "three", "four")]
        here = self.of(*apart)
        there = self.of(apart[0], replace(apart[1], place=FLOOR.place), apart[2], replace(apart[3], place=FLOOR.place))
        assert there != here


class TestOneExercise:
    def test_is_coached_at_once_with_the_safety_line_the_first_time(self) -> None:
        runner = Runner().says(how_to("toe-stretch"))
        assert runner.keys[:2] == ["safety", "title-alone"]
        assert "safety" not in Runner(state=runner.state).says(how_to("toe-splay")).keys

    def test_leaves_the_time_to_get_there(self) -> None:
        cues = Runner(library=library_of(TEN)).says(how_to("ten-press")).cues
        assert cues[cues.index(Read("Place full.")) + 1] == Wait(8000)

    def test_begins_with_the_side_that_was_asked_for(self) -> None:
        assert "Left ankle over the right knee" in words(
            Runner().says(HowTo(Name(("toe-stretch",)), Side.LEFT)).cues[:9]
        )

    def test_ends_with_an_offer_to_repeat_it(self) -> None:
        runner = Runner().says(how_to("toe-stretch"))
        assert runner.keys[-2:] == ["single-done", "name-another"]

    def test_ends_with_its_variation_where_it_has_one(self) -> None:
        library = library_of(replace(TEN, variations=("five-press",)), FIVE)
        runner = Runner(library=library).says(how_to("ten-press"))
        assert runner.cues[-1] == say("offer-variation", name="five press")
        assert runner.answers(Yes()).taught == ["five press"]

    def test_ends_another_single_one(self) -> None:
        runner = Runner().says(how_to("toe-stretch")).during(Part.WORK, 10).says(how_to("toe-splay"))
        assert "set-aside" not in runner.keys
        assert runner.found.aside is None

    @pytest.mark.parametrize("exercise_id", ["ball-press", "band-pull"])
    def test_that_needs_equipment_lets_it_be_fetched_first(self, exercise_id: str) -> None:
        runner = Runner(library=library_of(BALL, BAND)).says(how_to(exercise_id))
        assert runner.taught == []
        assert runner.answers(Ready()).taught != []


class TestADetour:
    @staticmethod
    def holding() -> Runner:
        return Runner().says(routine("post-run")).answers(Ready()).during(Part.WORK, 10, step=0)

    def test_sets_the_routine_aside_and_says_so(self) -> None:
        runner = self.holding().says(how_to("toe-splay"))
        assert runner.keys[:3] == ["ease-out", "set-aside", "title-alone"]
        assert runner.found.aside is not None
        assert runner.found.aside.spot == Spot(0, Part.WORK, 0, 10_000)

    def test_outside_work_eases_out_of_nothing(self) -> None:
        assert self.holding().during(Part.SETUP, 1).says(how_to("toe-splay")).keys[0] == "set-aside"

    def test_comes_back_to_the_routine_where_it_was(self) -> None:
        runner = self.holding().says(how_to("toe-splay"))
        assert runner.cues[-1] == say("waiting", routine="post-run routine", name="calf stretch")
        assert runner.answers(Yes()).keys[0] == "back-into"
        assert runner.during(Part.WORK, 0).spot == Spot(0, Part.WORK, 0, 10_000)

    def test_after_an_exercise_comes_back_to_the_one_after_it(self) -> None:
        runner = self.holding().hears_out().says(how_to("toe-splay"))
        assert runner.cues[-1] == say("waiting", routine="post-run routine", name="bent knee calf stretch")
        assert runner.answers(Resume()).taught == ["bent knee calf stretch"]

    def test_before_the_first_exercise_comes_back_to_that(self) -> None:
        runner = Runner().says(routine("post-run")).answers(how_to("toe-splay"))
        assert runner.answers(Yes()).taught == ["calf stretch"]

    def test_from_a_detour_keeps_the_routine(self) -> None:
        runner = self.holding().says(how_to("toe-splay")).says(how_to("toe-stretch"))
        assert "set-aside" not in runner.keys
        assert runner.found.aside is not None
        assert runner.found.aside.routine == "post-run"

    def test_can_be_left_at_that(self) -> None:
        runner = self.holding().says(how_to("toe-splay")).answers(No())
        assert runner.keys == ["kept-aside"]
        assert runner.answers(Resume()).practice.routine == "post-run"

    def test_once_refused_it_is_not_offered_after_the_next_one(self) -> None:
        runner = self.holding().says(how_to("toe-splay")).answers(No()).answers(how_to("toe-stretch"))
        assert runner.prompt == "name-another"

    def test_that_was_finished_long_before_is_carried_on_with_on_next(self) -> None:
        runner = self.holding().says(how_to("toe-splay")).comes_back(after_s=5 * MINUTE_S).says(Next())
        assert runner.keys[0] == "back-into"

    def test_to_another_routine_is_asked_about_once(self) -> None:
        runner = self.holding().says(routine("pre-run"))
        assert runner.cues[1:] == (say("ease-out"), say("switch", name="calf stretch", routine="pre-run warm up"))
        assert runner.state.question == Question(Asked.SWITCH, "pre-run")
        assert "opening" in runner.answers(Yes()).keys
        assert runner.found.aside is not None

    def test_to_another_routine_can_be_thought_better_of(self) -> None:
        runner = self.holding().says(routine("pre-run")).answers(No())
        assert runner.keys[0] == "back-into"

    def test_to_another_routine_says_that_the_first_one_waits(self) -> None:
        assert "set-aside" in self.holding().says(routine("pre-run")).answers(Yes()).keys

    def test_to_another_routine_from_a_detour_keeps_the_routine(self) -> None:
        runner = self.holding().says(how_to("toe-splay")).during(Part.WORK, 3).says(routine("pre-run")).answers(Yes())
        assert runner.found.aside is not None
        assert runner.found.aside.routine == "post-run"

    def test_thought_better_of_at_a_prompt_gives_the_prompt_again(self) -> None:
        runner = self.holding().hears_out().says(routine("pre-run")).answers(No())
        assert runner.prompt == "next-here"
        assert runner.taught == []

    def test_that_has_not_begun_keeps_the_routine_when_another_is_started(self) -> None:
        runner = self.holding().says(how_to("ball-roll")).answers(routine("pre-run")).answers(Yes())
        assert runner.found.aside is not None

    def test_to_another_routine_is_not_made_by_who_carries_on(self) -> None:
        runner = self.holding().says(routine("pre-run")).answers(Resume())
        assert runner.keys[0] == "back-into"

    def test_asked_about_at_a_prompt_gives_the_prompt_again_to_who_carries_on(self) -> None:
        runner = self.holding().hears_out().says(routine("pre-run")).answers(Resume())
        assert runner.prompt == "next-here"
        assert runner.taught == []

    def test_ends_a_pause(self) -> None:
        assert self.holding().says(Pause()).says(how_to("ball-roll")).situation is Situation.PRACTISING
        runner = self.holding().says(Pause()).says(routine("pre-run")).answers(Yes())
        assert runner.situation is Situation.PRACTISING

    def test_from_a_single_exercise_needs_no_question(self) -> None:
        runner = Runner().says(how_to("toe-stretch")).during(Part.WORK, 10).says(routine("pre-run"))
        assert runner.keys[:2] in (["ease-out", "safety"], ["ease-out", "opening"])


class TestADescription:
    def test_reads_the_full_words_and_the_dose_without_timing_and_offers_to_coach(self) -> None:
        runner = Runner(library=library_of(TEN)).says(Describe(Name(("ten-press",))))
        assert runner.cues == (
            say("title-alone", name="ten press"),
            Read("Place full."),
            Read("Right full."),
            Read("Setup full."),
            Read("Lean full."),
            say("dose-hold", seconds=10),
            say("sides", sides="each"),
            say("shall-we"),
        )
        assert runner.answers(Yes()).taught == ["ten press"]

    @pytest.mark.parametrize(
        ("one", "doses"),
        [
            (STATIONS, [say("dose-move", seconds=24), say("sides", sides="both")]),
            (BAND, [say("dose-reps", count=6), say("sides", sides="each")]),
        ],
    )
    def test_tells_every_kind_of_dose(self, one: Exercise, doses: list[Say]) -> None:
        runner = Runner(library=library_of(one)).says(Describe(Name((one.id,))))
        assert list(runner.cues[-3:-1]) == doses

    def test_tells_what_comes_between_two_parts(self) -> None:
        runner = Runner(library=library_of(PARTS)).says(Describe(Name((PARTS.id,))))
        assert Read("Now stay.") in runner.cues

    def test_in_work_pauses_the_practice_out_of_the_position(self) -> None:
        runner = TestADetour.holding().says(Describe(Name(("toe-splay",))))
        assert runner.keys[0] == "ease-out"
        assert runner.prompt == "say-resume"
        assert runner.situation is Situation.PAUSED
        assert runner.spot == Spot(0, Part.WORK, 0, 10_000)

    def test_in_a_setup_pauses_without_easing_out(self) -> None:
        runner = TestADetour.holding().during(Part.SETUP, 1).says(Describe(Name(("toe-splay",))))
        assert runner.keys[0] == "title-alone"
        assert runner.situation is Situation.PAUSED

    def test_at_a_prompt_ends_in_that_prompt(self) -> None:
        runner = TestADetour.holding().hears_out().says(Describe(Name(("toe-splay",))))
        assert runner.prompt == "next-here"
        assert runner.situation is Situation.PRACTISING

    def test_during_the_walk_ends_in_saying_when_to_begin(self) -> None:
        assert Runner().says(routine("post-run")).answers(Describe(Name(("toe-splay",)))).prompt == "walk"


class TestTheListOfRoutines:
    def test_is_told_three_at_a_time_until_there_are_no_more(self) -> None:
        routines = tuple(routine_of(TEN, routine_id=one) for one in "abcde")
        runner = Runner(library=library_of(TEN, routines=routines)).says(ListRoutines())
        assert runner.cues == (say("list-routines", names=("a", "b", "c")), say("or-more"))
        assert runner.answers(More()).cues == (say("list-more", names=("d", "e")), say("which-routine"))
        assert runner.answers(More()).keys == ["list-end", "which-routine"]

    @pytest.mark.parametrize("request_", [Yes(), Next()])
    def test_goes_on_with_other_words_too(self, request_: Yes | Next) -> None:
        assert Runner().says(ListRoutines()).answers(request_).keys[0] == "list-more"

    def test_can_be_broken_off(self) -> None:
        assert Runner().says(ListRoutines()).answers(No()).keys == ["name-one"]

    def test_of_few_asks_which_at_once(self) -> None:
        assert Runner(library=library_of(TEN)).says(ListRoutines()).keys == ["list-routines", "which-routine"]

    def test_ends_in_a_routine(self) -> None:
        runner = Runner().says(ListRoutines()).answers(StartRoutine(Name(("pre-run",))))
        assert "opening" in runner.keys

    def test_goes_on_with_more_in_a_practice_too(self) -> None:
        runner = TestADetour.holding().says(Pause()).says(ListRoutines()).answers(More())
        assert runner.keys[0] == "list-more"
