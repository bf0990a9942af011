"""The ids of the voice contract that content may use; the interaction model has a slot value for each."""

AREAS = (
    "calf",
    "lower-calf",
    "achilles",
    "heel",
    "arch",
    "sole",
    "toes",
    "big-toe",
    "top-of-foot",
    "ankle",
    "shin",
    "hamstring",
    "hip",
    "foot",
)

COMPLAINTS = (
    "tight-calves",
    "tight-arches",
    "tired-feet",
    "stiff-ankles",
    "stiff-toes",
    "morning-stiffness",
    "heel-soreness",
    "cold-feet",
)

EQUIPMENT = (
    "ball",
    "frozen-bottle",
    "soft-ball",
    "band",
    "towel",
    "half-dome",
    "half-ball",
    "marbles",
    "cup",
    "step",
    "mat",
)

AT_HAND = ("wall", "chair", "floor", "hand")

KIT = EQUIPMENT + AT_HAND
