"""Configuration: checker.toml or `[tool.checker]`, layer over layer, and what it makes of the rules.

`settings.py` has the keys, `discovery.py` finds and reads files, `layers.py` says what is in force and who said so;
`selecting.py`, `tuning.py` and `overriding.py` apply it to rules.
"""
