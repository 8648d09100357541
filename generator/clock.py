"""The day of a build: never the clock's alone, so that the same records can give the same site on any day."""

import os
import re
from datetime import date, datetime, timedelta, timezone

WIT = timezone(timedelta(hours=9))
LAST_SECOND = 4102444800  # the year 2100: periods end there


class BadEpochError(ValueError):
    """SOURCE_DATE_EPOCH is no number of seconds."""


def build_day() -> date:
    """Return the day of the build: that of SOURCE_DATE_EPOCH if it is set, else today in the east of the country."""
    return epoch() or today()


def today() -> date:
    """Return the day that it is now in the east of the country."""
    return datetime.now(WIT).date()


def epoch() -> date | None:
    """Return the day of SOURCE_DATE_EPOCH, or None if it is not set; raises BadEpochError."""
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,10}", text) or int(text) >= LAST_SECOND:
        raise BadEpochError(f"SOURCE_DATE_EPOCH must be whole seconds since 1970 and before 2100, not '{text}'")
    return datetime.fromtimestamp(int(text), WIT).date()
