"""propositie: keep a welfare organisation's proposition in YAML, check it, publish it.

The way through the house: `lezen` reads files into a `Huis`, `keuring` finds what is missing,
`editie` takes out what may be public today, `pages` makes pages of it, and `plugin` hands
these to MkDocs. `CONTRIBUTING.md` tells what each room may know.
"""

__version__ = "0.1.0"
