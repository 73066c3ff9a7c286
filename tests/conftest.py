"""What all tests share."""

from __future__ import annotations

import pytest
from built_site import ROOT, Built, build
from offline import Edition, offline_edition


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of this repository, built with `--strict` into a folder of the tests."""
    return build(ROOT, "--strict", folder=tmp_path_factory.mktemp("real") / "site")


@pytest.fixture(scope="session")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The offline edition of this repository, built by its command and unpacked."""
    return offline_edition(ROOT, tmp_path_factory.mktemp("offline"))
