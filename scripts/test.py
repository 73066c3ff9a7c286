"""Run every check and test: python3 scripts/test.py [options of pytest].

Makes `.venv` with the tests' tools where needed, and installs Debian's Chromium where it is missing
and that is allowed. All checks run even if one fails; the exit code is 0 when all passed, else 1.
"""

import sys
import time

import chromium
import environment
import installing

CHECKS = (
    ("the code's style (ruff check)", ["ruff", "check"]),
    ("the code's form (ruff format)", ["ruff", "format", "--check"]),
    ("types (mypy)", ["mypy"]),
    ("tests (pytest)", ["pytest"]),
)


def main(arguments: list[str]) -> int:
    """Run all checks in the repository's root, then say how each of them went."""
    python = environment.ensure(dev=True)
    if chromium.ensure() is None:
        print(f"\n{chromium.MISSING}", flush=True)
    results = []
    for name, words in CHECKS:
        print(f"\n== {name}", flush=True)
        extra = arguments if words == ["pytest"] else []
        begun = time.monotonic()
        command = [str(python), "-P", "-m", *words, *extra]
        code = installing.wait_for(command, environment.ROOT)
        results.append((name, code, time.monotonic() - begun))
    print()
    for name, code, seconds in results:
        print(f"{'passed' if code == 0 else 'FAILED'}  {seconds:6.1f} s  {name}")
    return 1 if any(code for _, code, _ in results) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
