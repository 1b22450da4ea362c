"""Two datasets of the same military exercises, as two curators would keep them, with slips whose truth is known.

`python -m tests.exercise_datasets OUT --rows 1200 --seed 7` writes `register.csv`, `survey.csv` and `truth.json`:
`world.py` makes up what happened, `names.py` and `curators.py` how each of the two writes it down, `slips.py` what goes
wrong, `scoring.py` what a report finds of it. Same seed, same bytes; all names are invented.
"""
