"""Answers every line of the vectors on standard input with the package `close_codes`.

`python agreement.py RANGES`

It must give the same text again. `tests/support/vectors.rs` lists the columns.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import close_codes as api

Range = tuple[str, range, Callable[[int], bool]]


def main() -> None:
    """Answer, and check what vectors do not show."""
    ranges = read_ranges(Path(sys.argv[1]))
    heading, *lines = sys.stdin.read().splitlines()
    pairs = [pair.split(":") for pair in heading.removeprefix("#\t").split(" ")]
    delays = [(int(attempt), float(random)) for attempt, random in pairs]
    codes: list[int] = []
    answers = [heading]
    for line in lines:
        first, *rest = line.split("\t")
        if first == "reconnection":
            answers.append(sequence(rest[0], rest[1]))
        else:
            codes.append(int(first))
            answers.append(answer(codes[-1], delays, ranges))
    print("\n".join(answers))
    check_names(codes)
    check_lists(codes)


def read_ranges(path: Path) -> list[Range]:
    """Return what the package has for each named range."""
    lines = [line.split(" ") for line in path.read_text().splitlines()]
    return [
        (name, getattr(api, constant), getattr(api, predicate))
        for name, constant, predicate in lines
    ]


def answer(code: int, delays: list[tuple[int, float]], ranges: list[Range]) -> str:
    """Return the line of a number."""
    columns = [
        code,
        yes(is_true=api.is_named(code)),
        yes(is_true=api.is_own(code)),
        or_dash(api.name_of(code)),
        or_dash(api.summary_of(code)),
        api.label_of(code),
        api.code_range_of(code),
        api.sent_by_of(code),
        yes(is_true=api.is_sendable(code)),
        or_dash(api.wire_code_of(code)),
        yes(is_true=api.is_browser_sendable(code)),
        api.reconnect_of(code),
        or_dash(api.after_of(code)),
        or_dash(api.reason_of(code)),
        written_delays(code, delays),
        written_relay(api.relay(code, api.Side.CLIENT)),
        written_relay(api.relay(code, api.Side.SERVER)),
        or_dash(range_around(code, ranges)),
    ]
    return "\t".join(map(str, columns))


def range_around(code: int, ranges: list[Range]) -> str | None:
    """Return the range that the number is in, by its ends and by its predicate."""
    around = None
    for name, numbers, is_in in ranges:
        ends = numbers[0] <= code <= numbers[-1]
        if is_in(code) is not ends:
            fail(f"{name}: the constant and the predicate differ at {code}")
        if ends:
            around = name
    return around


def written_delays(code: int, delays: list[tuple[int, float]]) -> str:
    """Return the delays in whole microseconds."""
    found = [api.retry_after(code, attempt, random) for attempt, random in delays]
    known = [delay for delay in found if delay is not None]
    return " ".join(map(microseconds, known)) or "-"


def microseconds(delay: float) -> str:
    """Return a delay as the vectors have it."""
    return f"{delay * 1e6:.0f}"


def written_relay(relay: api.Relay) -> str:
    """Return what a proxy does, as the vectors have it."""
    match relay:
        case api.AsIs(code):
            return f"as-is:{code}"
        case api.WithoutCode():
            return "without-code"
        case api.Instead(code):
            return f"instead:{code}"


def sequence(option: str, events: str) -> str:
    """Return the line of a sequence."""
    if option == "-":
        reconnection = api.Reconnection()
    else:
        reconnection = api.Reconnection(lasting_after=float(option) / 1000)
    answers: list[str] = []
    for event in events.split(" "):
        what, *parts = event.split(":")
        if what == "opened":
            reconnection.opened(float(parts[0]) / 1000)
        else:
            code, now, random = parts
            step = reconnection.closed(int(code), float(now) / 1000, float(random))
            answers.append(written_step(step))
    return "\t".join(["reconnection", option, events, " ".join(answers)])


def written_step(step: api.Next) -> str:
    """Return what a client does next, as the vectors have it."""
    match step:
        case api.Stop():
            return "stop"
        case api.Wait(delay):
            return f"wait:{microseconds(delay)}"
        case api.First(after, delay):
            return f"first:{after}:{microseconds(delay)}"


def yes(*, is_true: bool) -> str:
    """Return `yes` or `no`."""
    return "yes" if is_true else "no"


def or_dash(value: object) -> object:
    """Return the value, or `-` where there is none."""
    return "-" if value is None else value


def check_names(codes: list[int]) -> None:
    """Check that names lead back to their codes."""
    for code in codes:
        name = api.name_of(code)
        found = api.CloseCode.find(code)
        if name is None or found is None:
            if name is not None or found is not None:
                fail(f"find({code}) is {found!r}")
        elif api.CloseCode.named(name) is not found or found != code:
            fail(f"named({name!r}) is not {code}")
        elif found.name != name.replace("-", "_").upper():
            fail(f"{found!r} is called {name}")
    for name in ["", "name", "value", "1000", "GOING_AWAY", "__class__"]:
        if api.CloseCode.named(name) is not None:
            fail(f"named({name!r}) is a code")


def check_lists(codes: list[int]) -> None:
    """Check that the lists hold exactly the codes that they should."""
    if [int(code) for code in api.CloseCode] != list(filter(api.is_named, codes)):
        fail("CloseCode does not hold the named codes")
    own = list(filter(api.is_own, codes))
    if [int(code) for code in api.OWN_CLOSE_CODES] != own:
        fail("OWN_CLOSE_CODES does not hold the own codes")
    if own != [code for code in codes if api.find_own(code) is not None]:
        fail("find_own does not find the own codes")


def fail(message: str) -> NoReturn:
    """End the program."""
    sys.exit(message)


main()
