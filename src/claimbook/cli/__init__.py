"""The command line: one module per command, thin. The library raises; only this room prints."""

from __future__ import annotations


def main() -> None:
    """Run the `claimbook` command."""
    from claimbook.cli.app import app

    app()
