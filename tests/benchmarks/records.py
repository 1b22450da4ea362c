"""Claim records and rules for the benchmark of rules: `{"kind": "end_date", "subject": "Amber Lantern 19", …}`.

Four sources tell of the same made-up exercises; about three values in a thousand are wrong. The rules are of every kind
that records feed, with conditions and comparators of all sorts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import cycle, islice
from random import Random

FIRST = ("Amber", "Quiet", "Copper", "Northern", "Joint", "Salt", "Silver", "Winter", "Golden", "Iron", "Blue", "Long")
SECOND = ("Lantern", "Heron", "Bridge", "Loom", "Furrow", "Harbour", "Meadow", "Anvil", "Orchard", "Falcon", "Tide")
TOWNS = ("Vellmar", "Port Ansgar", "Korvata", "Lindemouth", "Old Tessin")
COUNTRIES = ("Norway", "Kenya", "Mongolia", "Peru", "Jordan", "Portugal", "Ghana", "Finland", "Oman", "Chile")
SOURCES = ("agency", "ministry", "daily", "register")
WRONG = 0.003
# What a source tells of one exercise: when it is, who takes part, what it costs, its history, its people.
GROUPS = (
    ("start_date", "end_date", "duration", "year_suffix"),
    ("troop_count", "participants", "place", "portion"),
    ("aid_amount", "breakdown", "change", "length"),
    ("first_year", "edition_count", "anniversary", "exercise_name"),
    ("age", "share_of", "attendance", "end_date"),
)


def record_files(count: int, seed: int = 20220820) -> dict[str, str]:
    """JSON Lines by file name, `count` records in all."""
    random = Random(seed)
    lines: dict[str, list[str]] = {f"{source}.jsonl": [] for source in SOURCES}
    for record in islice(_records(random), count):
        source = record.pop("from")
        lines[f"{source}.jsonl"].append(json.dumps(record))
    return {name: "\n".join(rows) + "\n" for name, rows in lines.items()}


def _records(random: Random) -> Iterator[dict[str, object]]:
    for number in cycle(range(100_000)):
        name = f"{FIRST[number % 12]} {SECOND[number // 12 % 11]}"
        year = 1990 + number // 132 % 35
        told = _facts(random, name, year)
        for source in SOURCES:
            for kind in random.choice(GROUPS):
                value, scope = told[kind](random.random() < WRONG)
                yield {
                    "from": source,
                    "kind": kind,
                    "subject": f"{name} {year % 100:02}",
                    "value": value,
                    "quote": f"{name} {year}: {kind.replace('_', ' ')} {value}",
                    "source": f"{source}/{year}/{number}.html",
                    "reported": f"{year}-12-01",
                    "statement": number,
                    **scope,
                }


Told = tuple[str, dict[str, object]]


def _facts(random: Random, name: str, year: int) -> dict[str, Callable[[bool], Told]]:
    """How each kind of claim is told of one exercise, rightly or wrongly."""
    start = date(year, random.randint(1, 11), random.randint(1, 28))
    days = random.randint(3, 20)
    troops = random.randint(8, 90) * 100
    money = random.randint(2, 90)
    states = random.sample(COUNTRIES, random.randint(3, 7))
    town = random.choice(TOWNS)
    donor = {"donor": random.choice(COUNTRIES), "recipient": random.choice(COUNTRIES)}

    def day(add: int) -> Callable[[bool], Told]:
        return lambda wrong: (str(start + timedelta(days=add + 7 * wrong)), {})

    return {
        "start_date": day(0),
        "end_date": day(days - 1),
        "duration": lambda wrong: (f"{days + wrong} days", {}),
        "year_suffix": lambda wrong: (f"{(year + wrong) % 100:02}", {}),
        "troop_count": lambda wrong: (
            f"{random.choice(('', 'about ', 'more than '))}{troops + 4000 * wrong:,}",
            {"noun": "soldier"},
        ),
        "aid_amount": lambda wrong: (f"${money + 30 * wrong} million", donor),
        "participants": lambda wrong: (", ".join(states[: len(states) - wrong]), {}),
        "place": lambda wrong: (TOWNS[(TOWNS.index(town) + wrong) % len(TOWNS)], {}),
        "portion": lambda wrong: (f"{troops // 10 + 500 * wrong:,}", {"noun": "vehicle"}),
        "breakdown": lambda wrong: (f"${money * 3 + 40 * wrong} million", {"noun": "budget"}),
        "edition_count": lambda wrong: (str(year - 1980 + 3 * wrong), {}),
        "first_year": lambda wrong: (str(1980 + 3 * wrong), {}),
        "anniversary": lambda wrong: (str(year - 1980 + wrong), {}),
        "exercise_name": lambda wrong: (f"{name}{'s' * wrong}", {}),
        "change": lambda wrong: (f"${money // 2 + 7 * wrong} million", {"noun": "budget"}),
        "length": lambda wrong: (f"{days + wrong} days", {}),
        "age": lambda wrong: (str(30 + money // 3 + 10 * wrong), {"noun": "commander"}),
        "share_of": lambda wrong: (f"{money + 5 * wrong}%", {"noun": "reservist"}),
        "attendance": lambda wrong: (random.choice(COUNTRIES), {}),
    }


# Rules. Each template is filled with the next kind, condition and comparator that fit it.
_DATES = ("start_date", "end_date")
_FIGURES = (
    *("troop_count", "aid_amount", "portion", "breakdown", "edition_count", "duration"),
    *("anniversary", "change", "length", "age", "share_of"),
)
_OTHERS = ("participants", "place", "first_year", "year_suffix", "attendance", "exercise_name")
_OF_FIGURES = (
    "claim.low > 1_00{}",
    'claim.hedge == ""',
    "claim.high < 5_000_00{} and has(claim.reported)",
    'claim.stance == "asserted"',
    "year(claim.reported) >= 200{}",
    'claim.noun != "ship" or claim.low >= 1{}',
)
_OF_DATES = (
    "year(claim) >= 199{}",
    'claim.stance == "asserted" and not claim.text == ""',
    "month(claim) in (1, 2, 3, 10, 11, 12)",
    'weekday(claim) not in ("Saturday", "Sunday")',
    "claim < claim.reported",
)
_OF_ALL = ('starts_with(claim.subject, "a")', "has(claim.reported)", 'claim.tier != "primary"')
_ASSERTIONS = (
    ({"start": "start_date", "end": "end_date"}, "start <= end"),
    ({"start": "start_date", "end": "end_date", "length": "duration"}, "length == count_days(start, end)"),
    ({"suffix": "year_suffix", "end": "end_date"}, "year(suffix) in (year(end), fiscal_year(end, starts))"),
    ({"suffix": "year_suffix", "start": "start_date"}, "year(suffix) == year(start) or month(start) >= starts"),
    ({"end": "end_date"}, "end <= end.reported and day(end) > 0"),
    ({"troops": "troop_count", "cars": "portion"}, "troops.high >= cars.low or cars.noun != 'vehicle'"),
    ({"aid": "aid_amount"}, 'aid > money(1_000, "USD") and currency(aid) == "USD"'),
    ({"budget": "breakdown", "aid": "aid_amount"}, "not aid > budget"),
    ({"states": "participants"}, "size(states.members) < 12 and contains(states.text, ',')"),
    ({"length": "duration"}, 'length < 60 and length.unit == "day"'),
    ({"first": "first_year", "editions": "edition_count"}, "editions < 60 or year(first) < 1960"),
    ({"anniversary": "anniversary", "editions": "edition_count"}, "anniversary.low <= editions.high + starts"),
    ({"age": "age"}, "age.low >= 16 and age.high < 100 and has(age.noun)"),
    ({"spent": "breakdown", "change": "change"}, "change.low < spent.high * 2"),
)


def rule_file(count: int) -> str:
    """`count` rules as a rule file: JSON, which YAML can read."""
    rules = [
        {"id": f"bench.rule-{number}", "title": "A rule of the benchmark", "status": "preview", **rule}
        for number, rule in enumerate(islice(_rules(), count))
    ]
    return json.dumps({"format": 1, "pack": "bench", "rules": rules}, indent=1)


def _rules() -> Iterator[dict[str, object]]:
    agreements, assertions, others = _agreements(), _assertions(), _other_kinds()
    while True:
        yield from islice(agreements, 5)
        yield from islice(assertions, 3)
        yield from islice(others, 2)


def _agreements() -> Iterator[dict[str, object]]:
    figures, days, words = cycle(_FIGURES), cycle(_DATES), cycle(_OTHERS)
    tolerances = cycle(("overlap", {"within": "1%"}, {"within": "5%"}, {"within": "10%"}, "overlap"))
    of_figures, of_dates, of_all = _varied((*_OF_FIGURES, "")), _varied((*_OF_DATES, "")), _varied(("", *_OF_ALL))
    say = "{subject}: {values}"
    while True:
        for _ in range(3):
            yield _agree(next(figures), next(of_figures), {"compare": next(tolerances), "message": say})
        yield _agree(next(days), next(of_dates), {"message": "{subject} has {values}, says {claim.text}"})
        yield _agree(next(words), next(of_all), {"message": say})


def _agree(kind: str, where: str, keys: dict[str, object]) -> dict[str, object]:
    return {"kind": "agree", "on": kind, **({"where": where} if where else {}), **keys}


def _varied(conditions: Sequence[str]) -> Iterator[str]:
    """The conditions in turn, each time with another number in them."""
    for number in cycle(range(10)):
        yield from (condition.replace("{}", str(number)) for condition in conditions)


def _assertions() -> Iterator[dict[str, object]]:
    wheres = cycle(("", "year({}.reported) >= 2000", "", 'contains({}.subject, "o")'))
    for bind, check in cycle(_ASSERTIONS):
        name, where = next(iter(bind)), next(wheres)
        condition = {"where": where.format(name)} if where else {}
        params = {"params": {"starts": 10}} if "starts" in check else {}
        message = f"{{subject}}: {{{name}.text}}"
        yield {"kind": "assert", "bind": bind, "check": check, "message": message, **condition, **params}


def _other_kinds() -> Iterator[dict[str, object]]:
    for kind in cycle(_FIGURES):
        yield {"kind": "order", "on": list(_DATES), "message": "{start_date} after {end_date}"}
        yield {"kind": "total", "on": kind, "message": "{whole} is not {sum}"}
        yield {"kind": "require", "on": kind, "needs": ["quote", "source"], "message": "{subject} has no {missing}"}
        yield {"kind": "reference", "on": "end_date", "to": "reference", "message": "{subject}: {values}"}
        yield {"kind": "order", "on": kind, "by": "reported", "message": "{later} after {earlier}"}
