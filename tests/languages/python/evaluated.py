"""Runs the Python outputs of many specs, and compares them with the specs.

`python evaluated.py OUTPUTS`

Every subfolder of OUTPUTS holds a package or one file, and the resolved registry that
it was made from, `codes.json`.
"""

import json
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NoReturn, TypedDict, cast

if TYPE_CHECKING:
    from collections.abc import Callable


class Code(TypedDict):
    """A code of a resolved registry."""

    code: int
    name: str
    summary: str
    reason: str | None
    kind: str
    constants: dict[str, str]


class Registry(TypedDict):
    """A resolved registry."""

    codes: list[Code]


class Manifest(TypedDict):
    """The manifest of a package."""

    project: dict[str, object]
    tool: dict[str, dict[str, dict[str, str]]]


def evaluate(folder: Path) -> None:
    """Compare one output with its registry."""
    registry = cast("Registry", json.loads((folder / "codes.json").read_text("utf-8")))
    (path,) = [*folder.glob("package/src/*/__init__.py"), *folder.glob("file/*.py")]
    module = ModuleType(f"spec_{folder.name}")
    sys.modules[module.__name__] = module  # Where a dataclass looks for its module.
    exec(compile(path.read_bytes(), path, "exec"), vars(module))
    for code in registry["codes"]:
        if code["kind"] != "reserved":
            compare(module, code, folder)
    if "package" in path.parts:
        check_manifest(path, folder / "package")


def compare(module: ModuleType, code: Code, folder: Path) -> None:
    """Compare what the module and the registry have for a code."""
    type_name, member = code["constants"]["python"].split(".")
    close_code = cast("type[int]", getattr(module, type_name))
    found = {
        "code": cast("int", getattr(close_code, member)),
        "name": call(module, "name_of", code["code"]),
        "summary": call(module, "summary_of", code["code"]),
        "reason": call(module, "reason_of", code["code"]),
    }
    for field, value in found.items():
        if value != code.get(field):
            fail(f"{folder}: {code['code']} has the {field} {value!r}")


def call(module: ModuleType, name: str, code: int) -> object:
    """Call a function of the module."""
    function = cast("Callable[[int], object]", getattr(module, name))
    return function(code)


def check_manifest(path: Path, package: Path) -> None:
    """Check that the manifest is TOML, and names the module that is there."""
    text = (package / "pyproject.toml").read_text("utf-8")
    manifest = cast("Manifest", cast("object", tomllib.loads(text)))
    name = manifest["tool"]["flit"]["module"]["name"]
    if name != path.parent.name or not name.isidentifier():
        fail(f"{package}: the module {name}")


def fail(message: str) -> NoReturn:
    """End the program."""
    sys.exit(message)


def main() -> None:
    """Evaluate every subfolder."""
    for folder in Path(sys.argv[1]).iterdir():
        evaluate(folder)


main()
