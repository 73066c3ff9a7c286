"""The environment the commands run in: `.venv`, made from the locked lists in requirements/.

Not a command. It uses only the standard library, since it runs before anything is installed,
and only syntax that older Pythons can read, so that they reach the sentence below.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

NEEDED = (3, 11)

if sys.version_info < NEEDED:
    _found = [shutil.which(f"python3.{minor}") for minor in range(20, 10, -1)]
    _newer = [
        path
        for path in _found
        if path and not subprocess.call([path, "-c", ""], stderr=subprocess.DEVNULL)
    ]
    sys.exit(
        "This needs Python 3.11 or newer, and this is Python {}.{}. ".format(*sys.version_info)
        + (f"Use {_newer[0]} instead." if _newer else "Please install a newer one (python.org).")
    )

# Only a Python that passed the check above can read these.
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))
import installing  # noqa: E402
from knowledge import lock  # noqa: E402

#: What `knowledge` imports; where one is missing, `.venv` has it.
PACKAGES = ("frontmatter", "icalendar", "jinja2", "nh3", "pydantic", "pyromark", "tzdata", "yaml")

BUILD_LIST, DEV_LIST = "locked.txt", "locked-dev.txt"
STAMP = "made-from.json"

NO_WAY = """\
This Python cannot make an environment of its own: its modules venv and ensurepip are missing.
  On Debian or Ubuntu:  sudo apt install python3-venv
  Elsewhere:            install Python from python.org, or the package virtualenv
Then run the same command again."""

NOT_OURS = """\
{venv} exists, but {why}.
It may be somebody's work, so it was left alone. Move or delete it, and run this again."""


def ensure(dev: bool, root: Path = ROOT, run: "installing.Run" = installing.run) -> Path:
    """The interpreter of an environment that holds the locked list; it is made where needed.

    `dev` adds what the tests need. Ends the program with a plain sentence where it cannot be
    done; an interruption leaves nothing that the next run does not set right.
    """
    venv = root / ".venv"
    names = [BUILD_LIST, DEV_LIST] if dev else [BUILD_LIST]
    try:
        if not _is_ready(venv, root, names[-1]):
            with _alone(root / ".venv.lock"):
                _make_ready(venv, root, names, run)
    except installing.InstallationError as failure:
        sys.exit(str(failure))
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        sys.exit(f"The environment {venv} could not be made: {error.strerror}{where}.")
    except KeyboardInterrupt:
        sys.exit("\nStopped. The next run begins again where it has to.")
    return python_of(venv)


def enter(script: str, arguments: "list[str]", *also: str, dev: bool = False) -> None:
    """Run a command again with the environment's Python, unless this one has what it needs.

    `also` names packages that this command needs and others do not; `dev` says that they come with
    the tests' tools.
    """
    if all(find_spec(name) for name in (*PACKAGES, *also)):
        return
    python = ensure(dev=dev)
    if Path(sys.prefix) == python.parent.parent:
        sys.exit(f"{python.parent.parent} lacks a package. Delete it, and run this again.")
    installing.become([str(python), str(Path(script).resolve()), *arguments], Path.cwd())


def python_of(venv: Path) -> Path:
    """Where an environment keeps its interpreter on this system."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _is_ready(venv: Path, root: Path, name: str) -> bool:
    stamp = _stamp_of(venv)
    return stamp is not None and _stands(venv, stamp) and _holds(stamp, root, [name])


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let no other command change the environment meanwhile; wait while another one does.

    The programs that are started hold the lock too: where this process is killed, the next one
    waits until the pip that was left behind has ended.
    """
    held = lock.take(path)
    if held is None:
        print("Another command is making the environment; waiting for it.", flush=True)
    while held is None:
        time.sleep(0.2)
        held = lock.take(path)
    try:
        os.set_inheritable(held, True)
        yield
    finally:
        os.close(held)


def _make_ready(venv: Path, root: Path, names: list[str], run: "installing.Run") -> None:
    if _is_ready(venv, root, names[-1]):
        return  # another command made it while this one waited
    stamp = _stamp_of(venv)
    if stamp and DEV_LIST in stamp["lists"]:
        names = [BUILD_LIST, DEV_LIST]  # what has the tests' tools keeps them when it is made anew
    hashes = {name: _hash(root, name) for name in names}
    ours = stamp is not None or not venv.exists() or not any(venv.iterdir())
    if not ours:
        _refuse_what_cannot_be_used(venv)
    elif stamp is None or not _stands(venv, stamp) or not _holds(stamp, root, stamp["lists"]):
        _make(venv, run)
    _write_stamp(venv, {})  # until the installation is through, an interruption shows
    wanted = root / "requirements" / names[-1]
    installing.install(_pip_of(venv), wanted, run)
    _write_stamp(venv, hashes)


def _refuse_what_cannot_be_used(venv: Path) -> None:
    """An environment that somebody else made here is used as it is, or not touched at all."""
    if not (venv / "pyvenv.cfg").exists():
        raise installing.InstallationError(
            NOT_OURS.format(venv=venv, why="is no Python environment")
        )
    if _description(venv).get("python") != _version():
        why = f"is not a working environment of Python {_version()}, which runs this"
        raise installing.InstallationError(NOT_OURS.format(venv=venv, why=why))


def _make(venv: Path, run: "installing.Run") -> None:
    """An environment at `venv` with nothing in it, in the first of the ways that works here."""
    print(f"Making the environment {venv} with Python {_version()}.", flush=True)
    for command in _ways(venv):
        _clear(venv)
        code, _ = run([*command, str(venv)], "making it", 0)
        if code == 0 and python_of(venv).exists():
            return
    _clear(venv)
    raise installing.InstallationError(NO_WAY)


def _ways(venv: Path) -> list[list[str]]:
    base, tool = _base_python(), _tool_python(venv)
    program = shutil.which("virtualenv")
    ways = []
    if find_spec("venv") and find_spec("ensurepip"):
        ways.append([base, "-I", "-m", "venv"])
    if find_spec("venv") and find_spec("pip"):
        ways.append([base, "-I", "-m", "venv", "--without-pip"])
    if find_spec("virtualenv"):
        ways.append([tool, "-m", "virtualenv", "--python", base])
    if program:
        ways.append([program, "--python", base])
    return ways


def _pip_of(venv: Path) -> list[str]:
    """The environment's own pip; where it has none, that of the Python which runs this."""
    if any(venv.glob("[Ll]ib/**/site-packages/pip/__init__.py")):
        return [str(python_of(venv)), "-I", "-m", "pip"]
    return [_tool_python(venv), "-m", "pip", "--python", str(python_of(venv))]


def _clear(venv: Path) -> None:
    """Empties the environment; its stamp goes in first and stays, so that it remains ours."""
    venv.mkdir(exist_ok=True)
    (venv / STAMP).write_text("{}", encoding="utf-8")
    for path in venv.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != STAMP:
            path.unlink()


def _stamp_of(venv: Path) -> "dict[str, dict[str, str]] | None":
    """What was written when the environment was made; None where we did not make it."""
    try:
        stamp = json.loads((venv / STAMP).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except ValueError:
        stamp = {}
    return {"environment": {}, "lists": {}, **(stamp if isinstance(stamp, dict) else {})}


def _write_stamp(venv: Path, hashes: dict[str, str]) -> None:
    stamp = {"environment": _description(venv), "lists": hashes}
    (venv / STAMP).write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")


def _stands(venv: Path, stamp: dict[str, dict[str, str]]) -> bool:
    """Whether it is where it was made, and its Python is still there and the one that runs."""
    found = _description(venv)
    return found == stamp["environment"] and found.get("python") == _version()


def _holds(stamp: dict[str, dict[str, str]], root: Path, names: Iterable[str]) -> bool:
    hashes = [stamp["lists"].get(name) == _hash(root, name) for name in names]
    return bool(hashes) and all(hashes)


def _description(venv: Path) -> dict[str, str]:
    """An environment's place, Python version and interpreter; empty where it cannot run."""
    try:
        lines = (venv / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, UnicodeDecodeError):
        return {}
    pairs = (line.split("=", 1) for line in lines if "=" in line)
    settings = {name.strip(): value.strip() for name, value in pairs}
    version = settings.get("version") or settings.get("version_info") or ""
    interpreter = os.path.realpath(python_of(venv))
    if not Path(interpreter).exists() or not Path(settings.get("home", "")).exists():
        return {}
    python = ".".join(version.split(".")[:2])
    return {"place": str(venv), "python": python, "interpreter": interpreter}


def _hash(root: Path, name: str) -> str:
    try:
        return hashlib.sha256((root / "requirements" / name).read_bytes()).hexdigest()
    except FileNotFoundError:
        message = f"requirements/{name} is missing from {root}: this is not a whole copy."
        raise installing.InstallationError(message) from None


def _base_python() -> str:
    """The interpreter below any active environment, so that ours never depends on another."""
    return str(getattr(sys, "_base_executable", "") or sys.executable)


def _tool_python(venv: Path) -> str:
    """The interpreter whose pip or virtualenv may be used: never the one being made anew."""
    return _base_python() if Path(sys.prefix) == venv else sys.executable


def _version() -> str:
    return "{}.{}".format(*sys.version_info)
