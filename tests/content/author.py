"""A small content folder without a fault, and an actor who edits it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from skill.coach.prompts import PROMPTS
from skill.content import check
from skill.content.ids import AREAS, AT_HAND, COMPLAINTS, KIT

CALF_STRETCH = """\
name: calf stretch
also: [wall stretch]
kind: static
place: wall
sides: each
dose:
  - mode: hold
    parts:
      - hold_s: 30
        range_s: 20-60
wording:
  full:
    place:
      - Face a wall.
    right: Right leg back.
    left: Left leg back.
    setup:
      - {say: Heel down., wait_s: 6}
  short:
    right: Right leg back.
    left: Left leg back.
  shorter:
    right: Right leg.
    left: Left leg.
reminder: Heel heavy.
easier:
  - how: Stand closer.
harder:
  - exercise: heel-drop
variations: [heel-drop]
kit:
  - kit: wall
    substitutes:
      - kit: chair
        how: Hold its back.
      - exercise: ball-roll
      - how: Do without.
areas: [calf]
loads: [heel]
complaints: [tight-calves]
benefit: It lengthens the calf.
sources: [A0]
chosen_by_us:
  - what: A shorter step.
    why: It takes length from the calf.
"""

HEEL_DROP = """\
name: heel drop
kind: strength
place: step
sides: both
limb: leg
dose:
  - mode: reps
    parts:
      - count: 10
        range: 8-12
        phases: [[lower, 4], [null, 1]]
  - mode: easy
    sets: 2
    rest_s: 10
    parts:
      - count: 5
        tempo_s: 2
      - hold_s: 20
        lead: And hold.
wording:
  full:
    setup:
      - Lower the heels.
  short: {}
  shorter: {}
exit: Step down.
benefit: It builds strength.
sources: [A0]
"""

BALL_ROLL = """\
name: ball roll
kind: release
place: seated
sides: alternate
limb: foot
dose:
  - mode: roll
    parts:
      - move_s: 40
        stations: [heel, toes]
wording:
  full: {}
  short: {}
  shorter: {}
switch_s: 4
kit:
  - kit: ball
cautions: [Keep it gentle.]
benefit: It eases the sole.
sources: [A0]
"""

POST_RUN = """\
name: post-run routine
also: [cool down]
occasion: after-a-run
warm_up: until-breath-settles
exercises:
  - exercise: calf-stretch
    hold_s: 40
  - exercise: heel-drop
    mode: easy
    ask_first: Do it, or finish here?
sources: [A0]
"""

LOCALE = """\
words_per_minute: 165
sentence_ms: 400
numbers: [zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen,
          fifteen, sixteen, seventeen, eighteen, nineteen]
tens: [twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety]
hundred: one hundred
sides:
  left: [left, left side, left leg]
  right: [right, right side, Right Leg]
flows:
  step-by-step: [one step at a time]
  wait-for-me: [wait for me]
  keep-going: [by yourself, don’t wait]
paces:
  slower: [slower]
  normal: [normal]
  faster: [faster]
details:
  full: [explain everything]
  timing: [just the timing]
sensations:
  pain: [hurts]
  sharp: [sharp]
  cramp: [cramp]
  numb: [numb]
  swelling: [swollen]
  pop: [popped]
  no-weight: [can’t stand on it]
  dizzy: [dizzy]
  chest: [chest]
"""


SHOES = """\
answer: Leave room for the toes.
sources: [A0]
also: [tight shoes]
"""


def kit() -> str:
    """Every kit there must be."""
    return terms(KIT, dict.fromkeys(AT_HAND, ", at_hand: true"))


def terms(ids: Iterable[str], more: Mapping[str, str]) -> str:
    """A line with a name for each id, with more in it where there is more."""
    return "".join(f"{each}: {{name: {each.replace('-', ' ')}{more.get(each, '')}}}\n" for each in ids)


def prompts() -> str:
    """A message for every prompt, with every variable that is passed to it."""
    lines = [" ".join([f"{key} = Words", *(f"{{ ${arg} }}" for arg in args)]) for key, args in PROMPTS.items()]
    return "\n".join(lines) + "\n"


GOOD = {
    "exercises/calf-stretch.yaml": CALF_STRETCH,
    "exercises/heel-drop.yaml": HEEL_DROP,
    "exercises/ball-roll.yaml": BALL_ROLL,
    "routines/post-run.yaml": POST_RUN,
    "tips/new-shoes.yaml": SHOES,
    "kit.yaml": kit(),
    "areas.yaml": terms(AREAS, {"calf": ", also: [calves]"}),
    "complaints.yaml": terms(COMPLAINTS, {"tight-arches": ", also: [tight soles], careful: [plantar fasciitis]"}),
    "sources.yaml": "A0: {spoken: A coach}\n",
    "ambiguous.yaml": "the one on the stairs: [calf-stretch, heel-drop]\n",
    "en-US.yaml": LOCALE,
    "prompts/en-US.ftl": prompts(),
}


class Edit(NamedTuple):
    """What is replaced by what in which file."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody who edits a content folder and has it checked."""

    folder: Path

    def writes(self, name: str, text: str | bytes) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def replaces(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text("utf-8")
        assert old in text
        self.writes(name, text.replace(old, new, 1))

    def adds(self, name: str, text: str) -> None:
        self.writes(name, (self.folder / name).read_text("utf-8") + text)

    def removes(self, name: str) -> None:
        (self.folder / name).unlink()

    def is_told(self) -> list[str]:
        return [str(fault) for fault in check.faults(self.folder)]
