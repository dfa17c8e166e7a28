"""propositie: keep a welfare organisation's proposition in YAML, check it, publish it.

The way through the house: `reading` reads files into a `Huis`, `checks` finds what is missing,
`edition` takes out what may be public today, `pages` makes a `Site` of it, and `plugin` hands
that to MkDocs. `CONTRIBUTING.md` tells what each room may know.
"""

__version__ = "0.1.0"
