"""The command line: one module per command, thin. The library raises; only this room prints."""

from __future__ import annotations

import sys
import traceback


def main() -> None:
    """Run the `claimbook` command.

    Ends with exit code 2, could not check, when output cannot be written or claimbook itself is at fault, and with 0
    when the reader of its output has gone.
    """
    from claimbook.cli.app import app
    from claimbook.cli.streams import ReaderGoneError, leave_quietly, prepare

    prepare()
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except ReaderGoneError:
        leave_quietly()
        sys.exit(0)
    except OSError as error:
        leave_quietly()
        print(f"{error.strerror or error}\ncould not check", file=sys.stderr)
        sys.exit(2)
    except Exception:
        traceback.print_exc()
        print("could not check: this is a defect of claimbook, please report it", file=sys.stderr)
        sys.exit(2)
