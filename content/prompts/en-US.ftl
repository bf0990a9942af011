# Every sentence the coach says that is not part of an exercise.
# Variables in braces are passed by the coach; numbers arrive as words. Capitals at the start of a sentence are added.

## Words in work

hold = Hold.
release = And release.
begin = Begin.
go = Go.
stop-moving = And stop.
halfway = Halfway.
ten-more = Ten more.
breathe = Easy breath.
seconds-left = { $seconds } seconds.
one-more = One more.
that-is = That's { $number }.
phase-that-is = { $word } that's { $number }.
phase-one-more = { $word } one more.
rest = Rest, { $seconds } seconds.
change = { $limb ->
    [leg] Change legs.
   *[foot] Change feet.
    }

## Names and numbers inside sentences

title = { $number } of { $total }. { $name }.
title-alone = { $name }.
side = { $side ->
    [right] right side
    [left] left side
   *[both] both sides
    }
place = { $place ->
    [wall] at the wall
    [step] on the step
    [seated] sitting down
    [kneeling] kneeling
    [floor] on the floor
   *[standing] standing
    }
stretches = { $count ->
    [one] one stretch
   *[other] { $count } stretches
    }
exercises = { $count ->
    [one] one exercise
   *[other] { $count } exercises
    }
half-a-minute = half a minute
minutes = { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
    }
minutes-and-half = { $minutes ->
    [one] one and a half minutes
   *[other] { $minutes } and a half minutes
    }
practice = practice

## Coming in

welcome = Welcome to Stretch Coach. I talk runners through foot and calf stretches, and keep the time.
safety = It's general guidance, not medical advice. Go to a gentle pull, never into pain.
shall-we-routine = Shall we do the { $name }, about { $length }? Or name a stretch.
welcome-back = Welcome back. The { $name } again?
welcome-again = Welcome back. Shall we do the { $name }? Or name a stretch.
idle = Shall we do the { $name }? Or name a stretch.
idle-again = Say yes to start, name a stretch such as calf stretch, or say list routines.
kept-aside = All right, your place is kept. Name a stretch, or say resume.
name-one = All right. Name a stretch, or say list routines.
nothing-yet = Nothing is under way. Shall we start the { $name }?
left-opening = You were about to start the { $routine }.
left-between = You had finished the { $name }, { $number } of { $total }. Up next, { $following }.
left-before = Up next was the { $name }, { $number } of { $total }.
left-side = You were in the { $name }, { $side }, { $number } of { $total }.
left-in = You were in the { $name }, { $number } of { $total }.
left-single = You were in the { $name }.
carry-on = Carry on?
carry-on-or-start = Carry on, or start again?
carry-on-again = Say carry on, or say no for something else.
changed = This stretch has changed since, so we take it from its start.

## Opening a routine

opening = { $name }. { $count }, about { $length }.
opening-kit = You'll want { $things }.
walk = { $warm_up ->
    [until-breath-settles] Walk until your breath settles, then say ready.
    [a-minute] Walk about for a minute first, then say ready.
   *[a-minute-if-sitting] If you've been sitting, walk about for a minute. Then say ready.
    }
walk-timed = Walk about for a minute first.
walk-if-sitting = If you've been sitting, say pause, and walk about for a minute first.
walk-again = It's been a while. Walk about for a minute first, then say ready.
fetch = { $name }. You'll need { $kit }. Say ready when you have it.
fetch-first = Get { $kit } first. Say ready when you have it.
fetch-again = Once you have { $kit }, say ready.
say-ready = Say ready when you are.
say-ready-again = No hurry. When you're set, say ready.
tip-barge-in = While I'm counting, call my name first, then say pause.
tip-time-left = You can ask how long is left at any time.
tip-keep-going = If you'd rather not say next, say keep going by yourself.
tip-longer = For longer holds, say make holds forty-five seconds.
turned = The { $side } was cut short last time, so it goes first today.

## Between exercises

next-here = Next, { $name }. Say next when you're ready.
next-there = Next, { $name }, { $place }. Say next when you're there.
next-fetch = Next, { $name }, { $place }. You'll need { $kit }. Say next when you have it.
next-again = Up next, { $name }. Say next, or say pause.
say-next = Say next.
say-next-again = No hurry. When you have it, say next.
next-side = Now the { $side }. Say next when you're ready.
next-side-again = Up next, the { $side }. Say next, or say pause.
optional-again = Say yes to do it, or no to finish.
pause-or-stop = Say pause or stop.
pause-or-stop-again = Say next to go on, pause to wait, or stop to leave.
ready-or-stop = Say ready to start, or say stop.
ready-or-stop-again = No walk needed? Then say ready. Or say stop.
is-first = This is the first one.
side-first = The { $side } first, then.
this-side = The { $side } it is.
both-together = Both sides work together here.
keep-going = Keep going.

## How much is left, and where this is

time-left = { $seconds } seconds left.
nearly = Nearly there.
reps-left = { $count } more.
practice-left = { $count } left, about { $length }.
here = { $name }, { $number } of { $total }.
here-alone = { $name }.
here-rep = { $name }, number { $number } of { $total }.
here-done = { $number } of { $total } done.
name-side = { $name }, { $side }
then = After this, { $name }, { $place }.
then-side = After this, the { $side }.
then-nothing = This is the last one.
more-seconds = { $count } seconds more.
more-reps = { $count } more, then.
no-more = That's as long as this one goes.
more-when-holding = That one is done. Say again to do it once more.

## Settings

hold-set = Holds of { $seconds } seconds from now on.
hold-at-most = This one takes { $seconds } at most.
hold-at-least = This one takes { $seconds } at least.
hold-elsewhere = Some stretches keep to their own limit.
pace-set = { $pace ->
    [slower] Slower from now on.
    [faster] Faster from now on.
   *[normal] Back to normal pace.
    }
flow-set = { $flow ->
    [step-by-step] One step at a time, then.
    [keep-going] I'll keep going by myself.
   *[wait-for-me] I'll wait for you after each stretch.
    }
detail-set = { $detail ->
    [timing] Just the timing, then.
   *[full] I'll explain everything.
    }
settings = { $hold }, { $pace ->
    [slower] a slower pace
    [faster] a faster pace
   *[normal] normal pace
    }, { $detail ->
    [timing] just the timing
    [full] everything explained
   *[by-count] fewer words each time
    }, and { $flow ->
    [step-by-step] one step at a time
    [keep-going] I keep going by myself
   *[wait-for-me] I wait for you after each stretch
    }.
holds-own = holds as each stretch asks
holds-of = holds of { $seconds } seconds
settings-reset = Everything is as it was at first.
which-duration = How many seconds shall holds be?
which-duration-again = Say a number of seconds, such as thirty seconds.
which-pace = Slower, faster, or normal?
which-pace-again = Say slower, faster, or normal.
which-flow = One step at a time, wait for you, or keep going by myself?
which-flow-again = Say one step at a time, wait for me, or keep going by yourself.
which-detail = Explain everything, or just the timing?
which-detail-again = Say explain everything, or just the timing.

## Something hurts

pain-easier = Shall I give you the easier form? Or say skip, or finish.
pain-easier-again = Say yes for the easier form, skip to leave it out, or finish.
pain-skip = Shall we leave this one out? Or say finish.
pain-skip-again = Say yes to leave it out, resume to go on, or finish.
sharp = Sharp pain means stop. We'll leave out this one, and others that load it. If it stays, see a professional.
ease-off = Ease off.
shake-it-out = Shake it out.
say-ready-cramp = Say ready when it has gone.
uncross = Uncross, shake it out. If feeling isn't back in a few minutes, stop for today and get it checked.
leave-it = Leave it for today, and have a professional look at it soon.
sit-down = Sit down, head up. We'll stop there for today.
emergency = Sit or lie down. If it doesn't pass, call your local emergency number.
cannot-judge = I can't judge pain by voice. If it's sharp, swollen or makes you limp, leave it and see a professional.
just-tight = Is it just tight?
just-tight-again = Say yes if it is only tight, or no to leave it.

## Pausing

ease-out = Ease out.
paused = Paused.
paused-left = Paused, { $seconds } seconds left.
still-paused = Still paused.
say-resume = Say resume when you're ready.
say-resume-again = I'll keep your place. Say resume, or stop.
take-your-time = Take your time.
back-to = Back to the { $name }.
back-into = Back into the { $name }.

## One exercise, a description, a list

single-done = { $name }, done.
offer-variation = Shall we do the { $name } as well?
offer-variation-again = Say yes for the { $name }, or name another stretch.
name-another = Say again to repeat it, or name another.
name-another-again = Name a stretch, say again, or say stop.
dose-hold = Hold for { $seconds } seconds.
dose-move = Keep it up for { $seconds } seconds.
dose-reps = { $count } times.
dose-reps-held = { $count } times, { $seconds } seconds each.
dose-sets = { $sets } sets of that.
sides = { $sides ->
    [each] Do each side.
    [alternate] Change sides each time.
   *[both] Both sides at once.
    }
shall-we = Shall we do it?
shall-we-again = Say yes and I'll keep the time, or name another.
list-routines = I have the { $names }.
list-more = Then there is { $names }.
list-end = Those are all of them.
or-more = Which one? Or say more.
or-more-again = Name a routine, or say more for the rest.
which-routine = Which routine would you like?
which-routine-again = Name a routine, such as the post-run routine, or say list routines.
which-exercise = Which stretch would you like?
which-exercise-again = Name a stretch, such as calf stretch or ball roll.
which-of-two = Which one, { $first } or { $second }?
which-of-three = Which one, { $first }, { $second } or { $third }?
unknown-exercise = I don't know { $heard }. Which stretch would you like?
unknown-routine = I don't have a routine called { $heard }. Which one would you like?

## Questions about exercises

plain = { $text }
often-used = Runners often use it for { $complaints }.
comes-from = { $name }, from { $sources }.
ours = Our own choice: { $what }
range-count = Anything from { $low } to { $high } is fine.
range-seconds = Anything from { $low } to { $high } seconds is fine.
needs = You'll want { $things }.
needs-nothing = You need nothing for it.
will-do = { $kit } will do as well.
rest-needs = For the rest you'll want { $things }.
rest-needs-nothing = You need nothing more for the rest.
no-such-number = There are { $total } in this one. Say a number up to { $total }.

## Another way

needs-none-left = Nothing that is left needs it.
use-kit = { $kit } works too. Use that?
use-exercise = The { $other } is for the same place, and needs nothing. Do that instead of the { $name }?
use-exercise-with = The { $other } works much the same, with { $kit }. Do that instead of the { $name }?
use-how = { $how } Shall we do it that way?
use-skip = Then shall we leave out the { $name }?
way-again = Say yes, or no for another way.
instead = There's the { $name }. Do that instead?
no-easier = There's no easier form. Ease off a little, or say skip.
no-harder = There's no harder form of this one.
avoided = All right, no more { $name }. Say bring it back to change that.
all-avoided = You have left out everything of the { $name }. Name a stretch, or another routine.
allowed = { $name }: back on the list.

## Plans and lists

list-exercises = You could do { $names }.
not-covered = I have nothing for { $heard }. I know feet, ankles and calves.
unknown-kit = I have nothing with { $heard }.
cannot-treat = I can't treat that, and a professional can look at it. Runners often use these.
unknown-topic = I can talk about bouncing, shoes, walking barefoot or how often to stretch.
planned = { $count }, about { $length }. Shall we?
planned-again = Say yes to start, or tell me how many minutes.
too-short = The shortest I have for that is longer.
nothing-left = I have nothing that fits all of that.
unknown-one = I don't know { $heard }. Did you mean the { $name }?
unknown-two = I don't know { $heard }. Did you mean the { $first } or the { $second }?
is-it = Is it the { $name }?

## Detours and questions

set-aside = I'll keep your place in the { $routine }.
waiting = We left your { $routine } at the { $name }. Carry on with it?
waiting-again = Say carry on, or no to leave it for now.
switch = You're at the { $name }. Start the { $routine } instead?
switch-again = Say yes to change over, or no to go on as you were.
start-over = Start again from the first one?
start-over-again = Say yes to start again, or no to go on.

## Leaving

closing = { $count }. Good work.
closing-sides = { $count }, both sides. Good work.
closing-some = { $count } of { $total } done. Good work.
closing-missed = { $count }, with the { $side } of the { $name } still to do.
offer-flow = Next time, shall I keep going by myself?
offer-flow-again = Say yes and I won't wait for next. Or say no.
flow-next-time = I'll keep going by myself. Happy running.
flow-as-before = I'll wait for you, as before. Happy running.
closing-none = We'll leave it there for today.
stop = Your place is kept.
stop-working = Ease out. Your place is kept.
bye = Happy running.
give-up = I'm not catching that. Open me again when you like.
give-up-kept = I'm not catching that. Your place is kept.

## Help and not understood

help-idle = I coach foot and calf stretches and keep the time. Say start my post-run routine, or how do I do a calf stretch. Which will it be?
help-practising = Say next, go back, pause or repeat.
help-paused = You're paused, and your place is kept.
lost-practising = Didn't catch that.
lost-practising-again = Missed that.
lost-paused = Sorry, what was that?
lost-paused-again = I missed that.
sorry = Sorry, I missed that.
sorry-again = I still didn't catch it.
lost-idle = Sorry, I missed that. Say start my post-run routine, or name a stretch.
lost-idle-again = I still didn't catch it. You can say list routines, or calf stretch.
