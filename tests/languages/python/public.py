"""public FILE: the public API of a module, without comments and bodies."""

import ast
import sys
from pathlib import Path


def is_private(name: str) -> bool:
    """Whether nobody outside should use the name."""
    return name.startswith("_") and not name.endswith("__")


def names(statement: ast.stmt) -> list[str]:
    """Return what a statement gives a name to."""
    match statement:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
        case ast.Assign(targets=[ast.Name(id=name)]):
            return [name]
        case _:
            return []


def public(body: list[ast.stmt]) -> list[ast.stmt]:
    """Return the statements that name something public, each without what it does."""
    kept = [each for each in body if names(each) and not is_private(names(each)[0])]
    for statement in kept:
        match statement:
            case ast.FunctionDef():
                statement.body = [ast.Expr(ast.Constant(...))]
            case ast.ClassDef():
                inner = public(statement.body)
                statement.body = inner or [ast.Expr(ast.Constant(...))]
            case _:
                pass
    return kept


def main() -> None:
    """Print it."""
    module = ast.parse(Path(sys.argv[1]).read_text(encoding="utf-8"))
    module.body = public(module.body)
    print(ast.unparse(module))


main()
