"""What a browser may do with a page of the site: nothing that the site does not need itself.

Two roads lead to the browser. The `<meta>` element travels with every page, also to a host that
sends no headers of ours and into a folder on a disk; the file `_headers` is read by hosts that know
it (https://developers.cloudflare.com/pages/configuration/headers/, and others) and holds what a
`<meta>` element cannot say.
"""

from __future__ import annotations

#: Content Security Policy, level 3 (https://www.w3.org/TR/CSP3/): nothing from anywhere, and then
#: what pages are made of, from the site itself. No script can ask another host for anything, so
#: that no page can tell one who reads it; of the site itself it may (`connect-src`), since programs
#: that judge a page for search engines read `robots.txt` on the page's behalf.
DIRECTIVES: tuple[tuple[str, str], ...] = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self'"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("form-action", "'self'"),
    ("base-uri", "'none'"),
)
#: A browser obeys this one in a header only and complains when it stands in a `<meta>` element.
FRAMES = ("frame-ancestors", "'none'")

#: A figure that is opened as a file of its own (SVG) brings its colours with it. A page has the
#: narrower words of its `<meta>` element as well, and a browser obeys both.
IN_A_HEADER = tuple(
    (name, f"{sources} 'unsafe-inline'" if name == "style-src" else sources)
    for name, sources in DIRECTIVES
)

#: Features of a browser that no page uses; one that is not named is asked for by nobody either.
UNUSED_FEATURES = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture",
    "encrypted-media", "fullscreen", "geolocation", "gyroscope", "magnetometer", "microphone",
    "midi", "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock",
    "usb", "xr-spatial-tracking",
)  # fmt: skip


def _said(directives: tuple[tuple[str, str], ...]) -> str:
    return "; ".join(f"{name} {value}" for name, value in directives)


#: The policy as it stands in the head of every page.
META_POLICY = _said(DIRECTIVES)

#: The same for a copy on a disk: browsers differ in whether a file counts as of one origin with
#: another, so that files are named.
OFFLINE_POLICY = META_POLICY.replace("'self'", "'self' file:")

#: Every header of every address. Whether the whole domain is to be reached by https only
#: (Strict-Transport-Security) is for whoever owns the domain to say, not for one site on it.
HEADERS: tuple[tuple[str, str], ...] = (
    ("Content-Security-Policy", _said((*IN_A_HEADER, FRAMES))),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in UNUSED_FEATURES)),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
