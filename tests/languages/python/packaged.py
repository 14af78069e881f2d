"""Uses the installed package `close-codes`, with nothing else beside Python itself."""

from importlib.metadata import distributions, files, metadata

import close_codes


def main() -> None:
    """Check what the wheel has installed."""
    names = [distribution.name for distribution in distributions()]
    paths = [path.as_posix() for path in files("close-codes") or []]
    about = metadata("close-codes")
    found = close_codes.CloseCode.find(1001)
    checks = {
        f"only one distribution: {names}": names == ["close-codes"],
        f"the module and its marker: {paths}": {
            "close_codes/__init__.py",
            "close_codes/py.typed",
        }.issubset(paths),
        f"a version: {about['Version']}": about["Version"] == "0.1.0",
        f"a code: {found}": found is close_codes.CloseCode.GOING_AWAY,
    }
    for check, holds in checks.items():
        if not holds:
            raise SystemExit(check)


main()
