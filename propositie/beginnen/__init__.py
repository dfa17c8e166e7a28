"""Beginning: a new organisation (`nieuw`), and a new thing in a house that stands (`erbij`).

What is written says in Dutch what belongs where; every field comes from the models, by way of
`vorm`.
"""
