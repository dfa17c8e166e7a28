"""A build that is killed leaves a whole site. `bench/kills.py` tries it a hundred times."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.kills import BROKEN, IS_POSIX, WHOLE_OLD, Victim, after, while_writing
from helpers.site import write_organisatie


@pytest.mark.skipif(not IS_POSIX, reason="Windows has no such kill")
def test_a_killed_build_leaves_a_whole_site(tmp_path: Path) -> None:
    write_organisatie(tmp_path)
    settings = (tmp_path / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace("op: 2026-11-20", "op: 2026-11-20, deelbeelden: false")

    def change(version: int) -> None:
        (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
        (tmp_path / "huis/merk.yml").write_text(
            f'kleuren: {{hoofd: "#1f5c{40 + version}"}}\n', "utf-8"
        )

    victim = Victim(tmp_path, change)
    moments = [while_writing(tmp_path, 0), while_writing(tmp_path, 10), after(0.2)]
    found = [victim.kill(moment) for moment in moments]
    assert BROKEN not in found
    assert WHOLE_OLD in found, "none was killed before it was ready"
    assert victim.finish() == {"mkdocs.yml", "huis", "paginas", "site", ".cache"}
