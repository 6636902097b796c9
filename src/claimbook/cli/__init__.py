"""The command line: one module per command, thin. The library raises; only this room prints."""

from __future__ import annotations

import os
import sys
import traceback


def main() -> None:
    """Run the `claimbook` command. A defect of claimbook itself ends with exit code 2: it could not check."""
    from claimbook.cli.app import app

    try:
        app()
    except BrokenPipeError:
        _leave_quietly()
    except Exception:
        traceback.print_exc()
        print("could not check: this is a defect of claimbook, please report it", file=sys.stderr)
        sys.exit(2)


def _leave_quietly() -> None:
    """Stop without a traceback when the reader of standard output has gone (`claimbook extract … | head`)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(0)
