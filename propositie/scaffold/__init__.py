"""Beginning: a new organisation (`new`), and a new thing in a house that stands (`extra`).

What is written says in Dutch what belongs where; every field comes from the models, by way of
`form`.
"""
