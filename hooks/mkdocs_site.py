"""The one place that knows MkDocs: its events hand over to `knowledge`, and nothing else.

Records are checked before MkDocs empties the site's folder; under `build` a sibling folder is
built and takes the place of the last good site only when everything has succeeded. Under `serve`
MkDocs makes the frames and the prose; `knowledge.preview` makes a page when it is asked for.
"""

from __future__ import annotations

import ctypes
import gc
import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast
from urllib.parse import urlsplit

import click
from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from knowledge import clock, last_good_site, pipeline
from knowledge.earlier_build import EarlierBuild, inputs_of
from knowledge.kinds import KINDS
from knowledge.pages import method, prose
from knowledge.pages.addresses import Style, naming_files
from knowledge.pages.doors import across, group_work
from knowledge.pages.frames import FEED, MARKS, MOVED_FRAME, ROOT, Frame
from knowledge.pages.plan import SECTIONS
from knowledge.pages.templates import environment
from knowledge.pages.term_links import BROWSE
from knowledge.preview.server import PreviewServer
from knowledge.preview.shown import Settings
from knowledge.preview.site import Preview
from knowledge.problems import as_text, fails, tally, where_explained
from knowledge.publishing import publish
from knowledge.reading.heading_ids import slug
from knowledge.security_policy import META_POLICY, OFFLINE_POLICY

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

# MkDocs counts a warning under `--strict` only from loggers below its own name.
log = logging.getLogger("mkdocs.hooks.knowledge")

THEME_ASSETS = Path(__file__).parent / "theme" / "assets"


#: All that a site is made of; what `watch` names in mkdocs.yml comes to it.
PLACES = ("mkdocs.yml", "content", "hooks", *(kind.folder for kind in KINDS))


@dataclass
class Build:
    """What one build knows; every `on_config` begins a new one."""

    result: pipeline.Result
    navigation: Navigation | None = None
    is_bare: bool = False  # a preview that has nothing to show yet
    frames: dict[str, Frame] = field(default_factory=dict)


@dataclass
class Session:
    """The command that runs, the build under way and the site it will replace."""

    command: Literal["build", "gh-deploy", "serve"] = "build"
    site: Path | None = None
    build: Build | None = None
    preview: Preview | None = None


session = Session()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember what is being done: `serve` builds into a folder of its own."""
    session.command = command
    if command != "serve" or _is_preview():
        gc.disable()  # A build ends before cycles matter; looking for them took an eighth of it.


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check every record; only then, and away from the last good site, build."""
    root = Path(config.config_file_path).parent
    environment.cache_clear()  # Whoever serves the site may have changed a template.
    if bool(config.extra.get("offline")):
        _prepare_offline(config)
    session.build = _previewed(config, root) if _is_preview() else _checked(config, root)
    if session.command != "serve":
        session.site = Path(config.site_dir)
        with _told():
            config.site_dir = str(last_good_site.begin(session.site))
    config.theme.static_templates.discard("sitemap.xml")
    config.mdx_configs.setdefault("toc", {})["slugify"] = slug  # as the code host and our check
    config.edit_uri = config.edit_uri if config.repo_url else None
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish our own assets and pages; the theme's scripts and style files stay out."""
    bare = _build().is_bare
    for file in list(files):
        kept = not bare if file.is_documentation_page() else _published(file, config)
        if not kept:
            files.remove(file)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the navigation for the frames."""
    _build().navigation = nav
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let links to records, written as the code host reads them, pass through MkDocs."""
    return prose.with_marked_links(markdown, _path(page), _build().result.library)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give those links their addresses, and let only safe HTML through."""
    return prose.published(html, page.url)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """In the offline edition, let the links of prose name files."""
    return naming_files(output) if bool(config.extra.get("offline")) else output


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Render the frame of every section once."""
    build = _build()
    if build.is_bare:
        return env
    env.globals["prose_groups"] = prose.GROUPS
    env.globals["sections"] = list(_sections(build.navigation))
    library = build.result.library
    env.globals["more_sections"] = (*across(library), *group_work(library))
    policy = OFFLINE_POLICY if config.extra.get("offline") else META_POLICY
    env.globals["policy"] = policy
    for section in SECTIONS:
        build.frames[section] = _frame(env, config, files, section)
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Write the pages that are ours, or let the preview make them when they are asked for."""
    build, folder, address = _build(), Path(config.site_dir), config.site_url or ""
    if session.preview is not None:
        _show(session.preview, build, folder)
        return
    told = [config.repo_url or "", address]
    earlier = _earlier(build, session.site, told) if session.site else None
    publish(build.result.pages, build.result.exports, build.result.library, build.frames, folder,
            address, earlier)  # fmt: skip
    if session.site is not None:
        last_good_site.succeed(session.site)


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]
) -> LiveReloadServer:
    """Serve pages as the files are now, instead of a folder that is written anew."""
    if session.preview is None:
        return server
    root = f"{urlsplit(config.site_url or '').path.rstrip('/')}/"
    served = _PreviewServer(session.preview, builder, config.dev_addr, root, log.info)
    return cast("LiveReloadServer", served)


def on_build_error(error: Exception) -> None:
    """Whatever went wrong, the last good site stays; a full disk is told in plain words."""
    if session.site is not None:
        last_good_site.abandon(session.site)
        # A missing template is an OSError to Jinja, but without a number of the system's.
        if isinstance(error, OSError) and error.errno:
            raise PluginError(last_good_site.in_plain_words(error, session.site)) from error


def on_shutdown() -> None:
    """Put the new site in the place of the old one, if it was built to the end."""
    # As it ends, Python looks for cycles once more and frees every record one by one, which takes
    # it two seconds of ten thousand. The system takes their memory back at once.
    gc.freeze()
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(session))
    if session.site is not None:
        with _told():
            last_good_site.finish(session.site)


class _PreviewServer(PreviewServer):
    """A preview; that its address is taken is told without the lines of a program."""

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Answer until somebody ends it."""
        try:
            super().serve(open_in_browser=open_in_browser)
        except OSError as error:
            told = f"{':'.join(map(str, self.address))} cannot be used: {error.strerror or error}."
            raise PluginError(f"{told} Give another with -a, as in -a localhost:8001") from error


def _is_preview() -> bool:
    """Whether MkDocs will ask for a server of ours; with `--no-livereload` it asks nobody, and
    serves a folder with all pages."""
    context = click.get_current_context(silent=True)
    reloads = context is None or context.params.get("livereload", True)
    return session.command == "serve" and bool(reloads)


def _checked(config: MkDocsConfig, root: Path) -> Build:
    """What a build is made of; ends it where there is a problem that forbids it."""
    with _told():
        today = clock.page_day(root, os.environ)
    address = config.site_url or ""
    result = pipeline.run(
        root, today, repo=config.repo_url or "", site_url=address,
        drafts=session.command == "serve", offline=bool(config.extra.get("offline")),
    )  # fmt: skip
    _tell(result, root, address, strict=config.strict)
    return Build(result)


def _previewed(config: MkDocsConfig, root: Path) -> Build:
    """What a preview is made of. Where it has problems, the last good pages stay; at the start
    there are none, and MkDocs builds nothing but the assets."""
    others = [path for path in config.watch if not _is_below(Path(path), root)]
    preview = session.preview or Preview(root, [*PLACES, *others], log.info, log.warning)
    session.preview = preview
    offline = bool(config.extra.get("offline"))
    with _told():
        result = preview.read(
            Settings(config.repo_url or "", config.site_url or "", offline, config.strict)
        )
    build = Build(result, is_bare=not preview.is_good)
    if build.is_bare and preview.is_shown:
        raise PluginError("The records have problems, so that nothing was built.")
    if build.is_bare:
        config.nav = None
        config.theme.static_templates.clear()
    config.site_dir = tempfile.mkdtemp(dir=config.site_dir)
    return build


def _show(preview: Preview, build: Build, folder: Path) -> None:
    """Let the preview show what MkDocs has made, and remove what it has made before."""
    if not build.is_bare:
        preview.place(build.frames, folder)
        for other in folder.parent.iterdir():
            if other != folder:
                shutil.rmtree(other, ignore_errors=True)


def _is_below(path: Path, root: Path) -> bool:
    """Whether a path is among the `PLACES`."""
    return any(path.is_relative_to(root / place) for place in PLACES)


def _tell(result: pipeline.Result, root: Path, address: str, *, strict: bool) -> None:
    """Stop the build with every problem at once, or log what does not stop it."""
    serious = [problem for problem in result.problems if problem.severity != "note"]
    if fails(serious, strict=strict):
        told = as_text(serious, lambda path: _lines(root / path))
        why = where_explained(serious, address)
        raise PluginError(f"{tally(serious)}; the site stays as it was\n\n{told}\n\n{why}\n")
    for problem in serious:
        log.warning("%s", as_text([problem]))


@contextmanager
def _told() -> Iterator[None]:
    """What is wrong with the day or the site's folder reaches the person at the keyboard as MkDocs
    tells it, without the lines of a program."""
    try:
        yield
    except (last_good_site.SiteFolderError, ValueError) as error:
        raise PluginError(str(error)) from error


def _lines(path: Path) -> list[str] | None:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None


def _build() -> Build:
    if session.build is None:
        raise PluginError("MkDocs called its events in an unknown order")
    return session.build


def _path(page: Page) -> str:
    return f"content/{page.file.src_uri}"


def _published(file: File, config: MkDocsConfig) -> bool:
    source = Path(file.abs_src_path or "").absolute()  # with `-f` it may begin where we stand
    return source.is_relative_to(THEME_ASSETS) or source.is_relative_to(config.docs_dir)


@dataclass(frozen=True, slots=True)
class Section:
    """A word of the header and where it leads."""

    label: str
    address: str


def _sections(navigation: Navigation | None) -> Iterator[Section]:
    for kind in KINDS:
        yield Section(kind.section, f"{kind.folder}/")
    yield Section("Browse", BROWSE)
    yield Section("Method", method.ADDRESS)
    for item in navigation or ():
        if isinstance(item, Page):
            yield Section(str(item.title), item.url)


def _earlier(build: Build, site: Path, settings: list[str]) -> EarlierBuild:
    """What the build before this one made of the same records, templates and settings."""
    library, today = build.result.library, build.result.today
    others = [today.isoformat(), *settings, *(frame.html for frame in build.frames.values())]
    # Records were read to the last letter already, by all cores at once.
    others += [f"{entry.path}:{entry.document.digest}" for entry in library.everything()]
    return EarlierBuild.of(site, inputs_of(library.root, ["content", "hooks"], others))


def _frame(env: Environment, config: MkDocsConfig, files: Files, section: str) -> Frame:
    """The theme's HTML around a page of this section, with marks where the page goes."""
    navigation = _build().navigation
    context: dict[str, Any] = {
        **(get_context(navigation, files, config, None, ROOT) if navigation else {}),
        "frame": {**MARKS, "feed": FEED if _build().result.has_feeds else ""},
        "current_section": section,
    }
    if section == MOVED_FRAME:
        context["moved"] = True
    html = env.get_template("frame.html").render(context)
    return Frame(html, config.site_url or "", _style(config))


def _style(config: MkDocsConfig) -> Style:
    return Style.FILES if bool(config.extra.get("offline")) else Style.FOLDERS


def _prepare_offline(config: MkDocsConfig) -> None:
    """A copy on a disk has no address of its own, and no server to ask for a missing page."""
    config.site_url = ""
    config.theme.static_templates.discard("404.html")
