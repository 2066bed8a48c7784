# Expands recurrence rules with python3-dateutil. Reads lines "START RULE", writes for each line its first moments, separated by spaces,
# or "?" when dateutil refuses the rule or does not end in time.
import itertools
import signal
import sys
from dateutil.rrule import rrulestr
from datetime import datetime

MOMENTS = 60
SECONDS = 0.1


class Late(Exception):
    pass


def late(*_):
    raise Late()


def expand(start, rule):
    try:
        signal.setitimer(signal.ITIMER_REAL, SECONDS)
        try:
            moments = rrulestr(rule, dtstart=datetime.strptime(start, "%Y%m%dT%H%M%S"))
            return " ".join(m.strftime("%Y%m%dT%H%M%S") for m in itertools.islice(moments, MOMENTS))
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    except (Late, ValueError, OverflowError):
        return "?"


signal.signal(signal.SIGALRM, late)
for line in sys.stdin:
    print(expand(*line.split()))
