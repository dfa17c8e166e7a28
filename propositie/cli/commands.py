"""The commands by name, each loaded when somebody runs it: help that lists them loads none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import Any, NamedTuple

import click

from .dutch import DutchGroup


class Entry(NamedTuple):
    """A command that is not loaded yet."""

    module: str
    """The module here that holds it."""
    function: str
    summary: str
    """What the list of commands says of it: the first sentence of its help."""


class Commands(MutableMapping[str, click.Command]):
    """The commands of a group, by name. What is asked for is loaded, and readied by `ready`."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self.entries = entries
        self.ready: Callable[[click.Command], None] = lambda command: None
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._loaded:
            entry = self.entries[name]
            self[name] = getattr(import_module(f"{__package__}.{entry.module}"), entry.function)
            self.ready(self[name])
        return self._loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)


class LazyGroup(DutchGroup):
    """A group of such commands."""

    def __init__(self, name: str | None = None, *, commands: Commands, **settings: Any) -> None:
        super().__init__(name, commands, **settings)
        self._entries = commands.entries
        commands.ready = self.make_dutch

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands as click does, by their summaries."""
        limit = formatter.width - 6 - max(map(len, self._entries))
        with formatter.section("Opdrachten"):
            formatter.write_dl(
                [
                    (name, click.Command(name, help=entry.summary).get_short_help_str(limit))
                    for name, entry in sorted(self._entries.items())
                ]
            )
