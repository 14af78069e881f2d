# {{ view.notice[0] }}
# {{ view.notice[1] }}
"""WebSocket close codes: what each means, who sends it, and whether to reconnect.

A received code may be any number. Keep it as an `int`, which every function of this
module takes: the enum has only named codes, and raises `ValueError` for other numbers.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum, unique
from math import isfinite, isnan, nan
from typing import Final, {% if view.own.is_empty() %}NamedTuple, Never{% else %}Literal, NamedTuple{% endif %}, Self, final, get_args


@unique
class {{ view.type_name }}(IntEnum):
    """The named WebSocket close codes, in the order of the numbers."""
{%- for code in view.codes %}

    {{ code.constant }} = {{ code.number }}
    {{ code.doc }}
{%- endfor %}

    @classmethod
    def find(cls, code: int) -> Self | None:
        """Return the named code of that number, or `None` where there is none."""
        return cls(code) if is_named(code) else None

    @classmethod
    def named(cls, name: str) -> Self | None:
        """Return the code of that name, such as `"going-away"`, or `None`."""
        return next((cls(code) for code, its in _NAMES.items() if its == name), None)


{{ view.own_type() }}
"""A close code that this specification names itself, not one it builds on."""

{{ view.own_codes() }}
"""The codes that this specification names itself, in the order of the numbers."""

{{ view.own_by_number() }}


def find_own(code: int) -> Own{{ view.type_name }} | None:
    """Return the code of that number that this specification names itself, or `None`.

    A `match` over the result can be exhaustive.
    """
    return _OWN.get(code)


def is_named(code: int) -> bool:
    """Whether the code has a name, and so a member in the enum."""
    return code in _NAMES


def is_own(code: int) -> bool:
    """Whether this specification names the code itself."""
    return code in _OWN


_NAMES: Final[dict[int, str]] = {{ view.names }}


def name_of(code: int) -> str | None:
    """Return the name of a named code, such as `"going-away"`, or `None`."""
    return _NAMES.get(code)


_SUMMARIES: Final[dict[int, str]] = {{ view.summaries }}


def summary_of(code: int) -> str | None:
    """Return what a named code means, in one sentence; `None` for any other code."""
    return _SUMMARIES.get(code)


{%- if let Some(labels) = view.labels %}


{{ labels }}
{%- endif %}


def label_of(code: int) -> str:
    """Return a short word for logs and metrics.

    It is the name of a named code, else the range that the code is in. There are few of
    them, and every number has one.
    """
    if code in _NAMES:
        return _NAMES[code]
{%- if view.labels.is_some() %}
    for run, label in _LABELS:
        if code in run:
            return label
{%- endif %}
    return code_range_of(code).value


class CodeRange(StrEnum):
    """{{ view.vocabulary.code_range.about }}"""
{%- for word in view.vocabulary.code_range.words %}

    {{ self::word_member(word) }}
{%- endfor %}


{{ view.code_ranges }}


def code_range_of(code: int) -> CodeRange:
    """Return the range that the number is in.

    Whatever cannot be a code at all, such as -1, is out of range, and so is 5000 and
    everything above it.
    """
    for run, code_range in _CODE_RANGES:
        if code in run:
            return code_range
    return CodeRange.OUT_OF_RANGE


class SentBy(StrEnum):
    """{{ view.vocabulary.sent_by.about }}"""
{%- for word in view.vocabulary.sent_by.words %}

    {{ self::word_member(word) }}
{%- endfor %}


# Where the answer is not `EITHER` for what may be sent, and `NOBODY` for the rest.
_SENT_BY: Final[dict[int, SentBy]] = {{ view.sent_by.codes }}
{%- if let Some(runs) = view.sent_by.runs %}
{{ runs }}
{%- endif %}


def sent_by_of(code: int) -> SentBy:
    """Return the side that sends the code; `NOBODY` for a code that is never sent."""
    if code in _SENT_BY:
        return _SENT_BY[code]
{%- if view.sent_by.runs.is_some() %}
    for run, sent_by in _SENT_BY_RUNS:
        if code in run:
            return sent_by
{%- endif %}
    return SentBy.EITHER if is_sendable(code) else SentBy.NOBODY


_SENDABLE: Final = {{ view.sendable }}


def is_sendable(code: int) -> bool:
    {{ view.sendable_doc() }}
    return any(code in run for run in _SENDABLE)


def wire_code_of(code: int) -> int | None:
    """Return the code if it may be sent in a Close frame, else `None`."""
    return code if is_sendable(code) else None


_BROWSER_SENDABLE: Final = {{ view.browser }}


def is_browser_sendable(code: int) -> bool:
    {{ view.browser_doc() }}
    return any(code in run for run in _BROWSER_SENDABLE)
{%- for range in view.ranges %}


{{ self::range_constant(range) }}
{{ self::docstring(range.doc, 0) }}


def {{ range.predicate }}(code: int) -> bool:
    """Whether the number is in {{ range.from }}-{{ range.to }}, with or without a name of its own."""
    return code in {{ range.constant }}
{%- endfor %}


class Reconnect(StrEnum):
    """{{ view.vocabulary.reconnect.about }}"""
{%- for word in view.vocabulary.reconnect.words %}

    {{ self::word_member(word) }}
{%- endfor %}


# Where the answer is not that of the last line.
_RECONNECT: Final[dict[int, Reconnect]] = {{ view.reconnect.codes }}
{%- if let Some(runs) = view.reconnect.runs %}
{{ runs }}
{%- endif %}


def reconnect_of(code: int) -> Reconnect:
    """Return whether a client that received the code should connect again."""
    if code in _RECONNECT:
        return _RECONNECT[code]
{%- if view.reconnect.runs.is_some() %}
    for run, reconnect in _RECONNECT_RUNS:
        if code in run:
            return reconnect
{%- endif %}
    return {{ view.otherwise.reconnect }}


class After(StrEnum):
    """{{ view.vocabulary.after.about }}"""
{%- for word in view.vocabulary.after.words %}

    {{ self::word_member(word) }}
{%- endfor %}


_AFTER: Final[dict[int, After | None]] = {{ view.after.codes }}
{%- if let Some(runs) = view.after.runs %}
{{ runs }}
{%- endif %}


def after_of(code: int) -> After | None:
    """Return what has to happen before a client that received the code reconnects.

    It is `None` where nothing has to.
    """
    if code in _AFTER:
        return _AFTER[code]
{%- if view.after.runs.is_some() %}
    for run, after in _AFTER_RUNS:
        if code in run:
            return after
{%- endif %}
    return {{ view.otherwise.after }}


class _Backoff(NamedTuple):
    """The window of the first delay, and what no delay exceeds, in seconds."""

    from_: float
    to: float
    cap: float


_BACKOFF: Final[dict[int, _Backoff]] = {{ view.backoff.codes }}
{%- if let Some(runs) = view.backoff.runs %}
{{ runs }}
{%- endif %}


def _backoff_of(code: int) -> _Backoff:
    if code in _BACKOFF:
        return _BACKOFF[code]
{%- if view.backoff.runs.is_some() %}
    for run, backoff in _BACKOFF_RUNS:
        if code in run:
            return backoff
{%- endif %}
    return {{ view.otherwise.backoff }}


def retry_after(code: int, attempt: int, random: float) -> float | None:
    """Return how many seconds a client that received the code waits to reconnect.

    It is `None` where the client should not connect at all.

    This is for a library that counts attempts itself. Do first what `after_of` returns,
    and count from 0 again only after a connection that lasted, as `Reconnection` does
    on its own.

    The window of the delay doubles with every attempt up to a bound. Whatever the
    window, attempts 1, 2, 3, and 4 and later wait at least 0.5, 1, 2, and 4 seconds.

    `attempt` is how many attempts failed so far: 0 for the first. A negative number
    counts as 0. `random` is where in the window the delay falls, from 0 to 1: usually
    `random.random()`. It is clamped, and NaN counts as 1.
    """
    reconnect = reconnect_of(code)
    if reconnect is Reconnect.NEVER:
        return None
    if reconnect is Reconnect.IMMEDIATELY and attempt <= 0:
        return 0.0
    from_, to, cap = _backoff_of(code)
    doubled = 1 << min(max(attempt, 0), 31)
    scale = min(doubled, cap / to)
    share = max(random, 0.0) if random < 1 else 1.0  # NaN is not below 1.
    least = min(doubled, 16) / 4 if attempt > 0 else 0.0
    return max(scale * (from_ + share * (to - from_)), least)


@final
@dataclass(frozen=True, slots=True)
class Stop:
    """Stay away.

    From now on this is the answer to everything; only a new `Reconnection` starts
    again.
    """


@final
@dataclass(frozen=True, slots=True)
class Wait:
    """Wait `delay` seconds, then connect."""

    delay: float


@final
@dataclass(frozen=True, slots=True)
class First:
    """Wait `delay` seconds, then do what `after` names, then connect.

    What needs the user can be offered at once.
    """

    after: After
    delay: float


Next = Stop | Wait | First
"""What a client does next, after its connection has ended."""


@final
class Reconnection:
    """Decides what a client does each time its connection ends.

    There is one for each connection to keep up. It counts attempts, and starts over
    only after a connection that lasted. So a server that accepts every connection and
    closes it at once gets few of them.

    It reads no clock and draws no random number. `now` is a monotonic time in seconds
    since any origin, such as `time.monotonic()`.
    """

    def __init__(self, *, lasting_after: float = 10.0) -> None:
        """Begin before the first connection.

        A connection counts as lasting after `lasting_after` seconds, at least 1. NaN
        counts as 10.
        """
        self._lasting_after = 10.0 if isnan(lasting_after) else max(lasting_after, 1.0)
        self._opened_at = nan
        self._attempt = 0
        self._is_stopped = False

    def opened(self, now: float) -> None:
        """Note that the connection is open: the handshake succeeded."""
        self._opened_at = now

    def closed(self, code: int, now: float, random: float) -> Next:
        """Note that the connection has ended, or the attempt to open it has failed.

        The code is 1006 if there is none. Call it once for each attempt, and not after
        closing the connection yourself. Without `opened`, or with a time before it, the
        connection did not last. `random` is from 0 to 1, see `retry_after`.
        """
        time = now - self._opened_at
        if isfinite(time) and time >= self._lasting_after:
            self._attempt = 0
        self._opened_at = nan
        delay = retry_after(code, self._attempt, random)
        if delay is None or self._is_stopped:
            self._is_stopped = True
            return Stop()
        self._attempt += 1
        after = after_of(code)
        return Wait(delay) if after is None else First(after, delay)


class Side(StrEnum):
    """A side of a connection."""

    CLIENT = "client"
    """The side that opened the connection."""

    SERVER = "server"
    """The side that accepted it."""


@final
@dataclass(frozen=True, slots=True)
class AsIs:
    """Close with the received code and its reason."""

    code: int


@final
@dataclass(frozen=True, slots=True)
class WithoutCode:
    """Close with a Close frame without a code.

    A library that cannot send one sends 1000.
    """


@final
@dataclass(frozen=True, slots=True)
class Instead:
    """Close with this code, which may be sent, and without a reason."""

    code: int


Relay = AsIs | WithoutCode | Instead
"""How a proxy closes a connection after the one on its other side has ended."""


def relay(code: int, to: Side) -> Relay:
    """Return how a proxy that received the code closes the connection towards a side.

    Only clients send 1010, so a client gets 1011 in its place. A code that may not be
    sent, such as 1006, becomes 1011 towards a client and 1001 towards a server.
    """
    match code, to:
        case 1005, _:
            return WithoutCode()
        case 1010, Side.CLIENT:
            return Instead(1011)
        case _ if is_sendable(code):
            return AsIs(code)
        case _, Side.CLIENT:
            return Instead(1011)
        case _:
            return Instead(1001)


_REASONS: Final[dict[int, str]] = {{ view.reasons }}


def reason_of(code: int) -> str | None:
    """Return the reason to send with the code when none is given, or `None`."""
    return _REASONS.get(code)


MAX_REASON_BYTES: Final = {{ view.max_reason_bytes }}
"""The most bytes of UTF-8 that a reason may have (RFC 6455, section 5.5)."""


def fit_reason(reason: str) -> str:
    """Return the reason, or as much of its beginning as fits into a Close frame.

    That is at most `MAX_REASON_BYTES` bytes of UTF-8, never half a character. What has
    no UTF-8, a lone surrogate, becomes a question mark.
    """
    fitting = reason.encode(errors="replace")[:MAX_REASON_BYTES]
    return fitting.decode(errors="ignore")
