"""The edit engine: what lies between edits stays, and files change together or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from propositie.edits import (
    ChangedMeanwhile,
    Edit,
    FileChange,
    NotWritable,
    OverlapError,
    Point,
    apply_to_bytes,
    digest_of,
    smallest_edit,
    write_all,
)


def edit(content: bytes, line: int, start: int, end: int, text: str) -> Edit:
    return Edit("a.yml", Point(line, start), Point(line, end), text, digest_of(content))


@pytest.mark.parametrize(
    "content",
    [
        b"naam: x\nkort: y\n",
        b"naam: x\r\nkort: y\r\n",
        b"naam: x\rkort: y\r",
        b"naam: x\nkort: y",
        b"\xef\xbb\xbfnaam: x\nkort: y\n",
        "naam: x\nkort: y\n# één 🚌 teken\u0301\n".encode(),
        b"naam: x\nkort: y\n# Latin-1: \xe9\xff\n",
        b"naam: x\nkort: y\n\n\n  \t\n",
    ],
    ids=["lf", "crlf", "cr", "no-end", "bom", "wide", "no-utf8", "blank"],
)
def test_every_other_byte_stays(content: bytes) -> None:
    edits = [edit(content, 2, 7, 8, '"twee"'), edit(content, 1, 7, 8, "één")]
    expected = content.replace(b": x", ": één".encode()).replace(b": y", b': "twee"')
    assert apply_to_bytes(content, edits) == expected


def test_columns_count_characters() -> None:
    content = "🚌é: x # 🚌\n".encode()
    assert apply_to_bytes(content, [edit(content, 1, 5, 6, "y")]) == "🚌é: y # 🚌\n".encode()


def test_an_edit_for_another_content_is_refused() -> None:
    with pytest.raises(ChangedMeanwhile) as refused:
        apply_to_bytes(b"naam: z\n", [edit(b"naam: x\n", 1, 7, 8, "y")])
    assert refused.value.name == "a.yml"


@pytest.mark.parametrize(("start", "end"), [(3, 6), (1, 9), (1, 4), (2, 2), (1, 1)])
def test_edits_about_the_same_part_are_refused(start: int, end: int) -> None:
    content = b"abcdefgh\n"
    with pytest.raises(OverlapError):
        apply_to_bytes(content, [edit(content, 1, 1, 5, "x"), edit(content, 1, start, end, "y")])


def test_edits_side_by_side_are_both_made() -> None:
    content = b"abcdefgh\n"
    edits = [edit(content, 1, 5, 7, "y"), edit(content, 1, 1, 5, "x")]
    assert apply_to_bytes(content, edits) == b"xygh\n"


@pytest.mark.parametrize(
    ("old", "new", "start", "end", "text"),
    [
        ("naam:x", "naam: x", 5, 5, " "),
        ("[boodschapen]", "[boodschappen]", 10, 10, "p"),
        ("aaa", "aa", 2, 3, ""),
        ("a", "b", 0, 1, "b"),
        ("", "x", 0, 0, "x"),
    ],
)
def test_the_smallest_edit(old: str, new: str, start: int, end: int, text: str) -> None:
    found = smallest_edit(old, new)
    assert (found.start, found.end, found.text) == (start, end, text)


def changes_in(folder: Path) -> list[FileChange]:
    """Two files of a folder that change together."""
    paths = [folder / "a.yml", folder / "b.yml"]
    for path in paths:
        path.write_bytes(b"oud\n")
    return [FileChange(path, path, path.name, b"oud\n", b"nieuw\n") for path in paths]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_files_change_together_and_keep_their_mode(tmp_path: Path) -> None:
    changes = changes_in(tmp_path)
    changes[0].source.chmod(0o640)
    write_all(changes)
    assert contents(tmp_path) == {"a.yml": b"nieuw\n", "b.yml": b"nieuw\n"}
    assert changes[0].source.stat().st_mode & 0o777 == 0o640


def test_nothing_changes_when_one_file_was_saved_meanwhile(tmp_path: Path) -> None:
    changes = changes_in(tmp_path)
    changes[1].source.write_bytes(b"net bewaard\n")
    with pytest.raises(ChangedMeanwhile):
        write_all(changes)
    assert contents(tmp_path) == {"a.yml": b"oud\n", "b.yml": b"net bewaard\n"}


def test_nothing_changes_when_one_file_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = changes_in(tmp_path)
    replace = Path.replace

    def full(self: Path, target: Path) -> Path:
        if target.name == "b.yml":
            raise OSError(28, os.strerror(28), str(target))
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        with pytest.raises(NotWritable) as refused:
            write_all(changes)
    assert refused.value.reason == "de schijf is vol"
    assert contents(tmp_path) == {"a.yml": b"oud\n", "b.yml": b"oud\n"}


def test_a_file_saved_between_two_looks_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody presses save while the other files are being written."""
    changes = changes_in(tmp_path)
    replace = Path.replace

    def save_too(self: Path, target: Path) -> Path:
        if target.name == "a.yml" and self.name.endswith(".nieuw"):
            changes[1].source.write_bytes(b"net bewaard\n")
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", save_too)
        with pytest.raises(ChangedMeanwhile):
            write_all(changes)
    assert contents(tmp_path) == {"a.yml": b"oud\n", "b.yml": b"net bewaard\n"}
