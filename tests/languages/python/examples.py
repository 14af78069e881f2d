"""Writes each Python example of a readme to a module of its own.

`python examples.py README FOLDER`
"""

import sys
from pathlib import Path


def main() -> None:
    """Write `FOLDER/example_N.py` for each."""
    readme, folder = map(Path, sys.argv[1:])
    blocks = readme.read_text("utf-8").split("```python\n")[1:]
    for index, block in enumerate(blocks):
        code, _, _ = block.partition("```")
        path = folder / f"example_{index}.py"
        _ = path.write_text(f'"""An example of the readme."""\n\n{code}', "utf-8")


main()
