"""`claimbook rules`: list the rules, or print a rule's page."""

from __future__ import annotations

from typing import Annotated

import typer

from claimbook.cli.output import fail


def rules(
    code: Annotated[str | None, typer.Argument(metavar="[CODE]", help="A rule's code or name, as in S101.")] = None,
    table: Annotated[bool, typer.Option("--table", help="Print the table in docs/rules/README.md.")] = False,
) -> None:
    """List the rules, or print the page of one: what it finds, why it matters, what to write instead."""
    from claimbook.rules import pages, registry

    if table:
        typer.echo(pages.table(registry.rules()), nl=False)
        return
    if code is None:
        for rule in registry.rules():
            typer.echo(f"{rule.code}  {rule.name:<24} {rule.severity:<8} {rule.summary}")
        return
    try:
        found = registry.rule(code)
    except KeyError:
        fail(f"no rule is called {code!r}; `claimbook rules` lists them")
    typer.echo(pages.page(found), nl=False)
