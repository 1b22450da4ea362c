"""What happened: "Amber Falcon", every spring since 1979, twice in 1984, and in no year between 1990 and 1993."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

FIRST_YEAR, LAST_YEAR = 1972, 2019

_ADJECTIVES = (
    "Amber Arctic Autumn Baltic Brazen Bronze Carbon Coastal Copper Crimson Distant Dusty Eastern Emerald Freezing"
    " Gallant Gentle Golden Granite Hidden Hollow Humid Indigo Inland Ivory Jagged Keen Lasting Lunar Marble Mellow"
    " Misty Nimble Noble Northern Olive Outer Pale Patient Polar Purple Quiet Rapid Restless Rising Rugged"
    " Sandy Scarlet Silent Silver Sober Solar Southern Steady Stormy Sudden Summer Tidal Upper Velvet Vivid Western"
    " Winter Zealous"
).split()
_NOUNS = (
    "Anchor Anvil Arrow Badger Banner Beacon Bison Bridge Canyon Castle Condor Compass Crane Current Dagger Dolphin"
    " Dune Falcon Ferry Garrison Gale Hammer Harbour Heron Horizon Javelin Kestrel Lance Lantern Lynx Meadow Mirror"
    " Mountain Oak Orchard Otter Passage Pilgrim Plover Rampart Raven Ridge Sable Saddle Sentinel Shield Spear Steppe"
    " Stork Summit Tern Thunder Tide Torch Trident Valley Venture Vigil Voyage Willow"
).split()
# Names that two agencies spell in two ways, and names that are hyphenated by one of them.
_TRANSLITERATED = (("Zhardem", "Jardem"), ("Khazar", "Kazar"), ("Tsunar", "Tzunar"), ("Rakhmir", "Rahmir"))
_HYPHENATED = (("Co-operation", "Cooperation"), ("Sub-Arctic", "Subarctic"), ("Co-ordinate", "Coordinate"))
_ACRONYMS = "NORPLEX BALSEAX MEDRESOP PACLINK GULFEX ADRIMEX TRANSARMEX CASPEX SOUTHLOG AIRBRIDGEX".split()
_GENERIC = ("CPX", "field training exercise", "Unnamed exercise", "naval exercise", "Joint exercise", "PASSEX")

COUNTRIES = (
    "Norway Denmark Germany France Spain Portugal Italy Greece Turkey Poland Romania Bulgaria Canada Australia Japan"
    " Thailand Malaysia Singapore Philippines Indonesia India Pakistan Egypt Jordan Morocco Kenya Ghana Senegal Brazil"
    " Chile Peru Colombia Argentina Mongolia Kazakhstan Tajikistan Georgia Ukraine Sweden Finland"
).split()


@dataclass(frozen=True, slots=True)
class Series:
    """What comes again and again under one name. `other_spelling` is how the other curator may write it."""

    name: str
    other_spelling: str
    pattern: str
    month: int
    day: int
    length: int
    size: int
    host: str
    guests: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Occasion:
    """One instalment. `edition` is the year of its label; `serial` counts those of one year, 0 if there is but one."""

    number: int
    series: Series
    edition: int
    serial: int
    start: date
    end: date
    troops: int
    participants: tuple[str, ...]
    place: str
    others: int = field(default=1, compare=False)  # how many there are in that year

    @property
    def generic(self) -> bool:
        return self.series.pattern == "generic"


_PATTERNS = ("yearly",) * 8 + ("several",) * 5 + ("fiscal",) * 3 + ("gaps",) * 2 + ("new year",) * 2 + ("biennial",) * 2


def occasions(rows: int, seed: int) -> list[Occasion]:
    """About `rows` and a sixth more, in order of their start; each curator then leaves some out."""
    random = Random(f"world {seed}")
    wanted = rows + rows // 6
    names = _names(random)
    found: list[Occasion] = []
    for generic in _GENERIC:
        found.extend(_instalments(_series(generic, generic, "generic", random), random))
    while len(found) < wanted:
        name, other = next(names)
        found.extend(_instalments(_series(name, other, random.choice(_PATTERNS), random), random))
    found = found[:wanted]
    found.sort(key=lambda one: (one.start, one.series.name, one.serial))
    return [replace(one, number=number) for number, one in enumerate(found)]


def _names(random: Random) -> Iterator[tuple[str, str]]:
    """Names of series, none twice: the odd ones first, then adjectives with nouns; then numbered fleets."""
    pairs = [(f"{adjective} {noun}",) * 2 for adjective in _ADJECTIVES for noun in _NOUNS]
    random.shuffle(pairs)
    odd = [(name, name) for name in _ACRONYMS]
    odd += [(f"{one} {noun}", f"{other} {noun}") for (one, other), noun in zip(_TRANSLITERATED, _NOUNS, strict=False)]
    odd += [(f"Regional {_HYPHENATED[0][0]}", f"Regional {_HYPHENATED[0][1]}")]
    odd += [(f"{one} Lance", f"{other} Lance") for one, other in _HYPHENATED[1:]]
    yield from odd
    yield from pairs
    for word in _CALLED:
        for name, _ in pairs:
            yield f"{word} {name}", f"{word} {name}"


# For as many series as a benchmark may want.
_CALLED = "Alpha Bravo Delta Echo Foxtrot Golf Hotel Kilo Lima Oscar Papa Romeo Sierra Tango Victor Zulu".split()


def _series(name: str, other: str, pattern: str, random: Random) -> Series:
    host, *guests = random.sample(COUNTRIES, random.randint(2, 9))
    first = random.randint(FIRST_YEAR, LAST_YEAR - 6)
    several = pattern in ("several", "generic")
    return Series(
        name=name,
        other_spelling=other or name,
        pattern=pattern,
        month=random.choice((10, 11, 12))
        if pattern == "fiscal"
        else 12
        if pattern == "new year"
        else random.randint(1, 11),
        day=random.randint(14, 26) if pattern == "new year" else random.randint(1, 28),
        length=random.randint(14, 30) if pattern == "new year" else random.choice((4, 5, 6, 8, 10, 12, 14, 20)),
        size=random.choice((350, 800, 1_900, 4_200, 8_000, 17_000, 40_000)),
        host=host,
        guests=tuple(guests),
        first=first,
        last=min(LAST_YEAR, first + random.randint(3, 8 if several else 24)),
    )


def _instalments(series: Series, random: Random) -> list[Occasion]:
    found: list[Occasion] = []
    gap = range(series.first + 3, series.first + 3 + random.randint(2, 5)) if series.pattern == "gaps" else range(0)
    for year in range(series.first, series.last + 1, 2 if series.pattern == "biennial" else 1):
        if year in gap or random.random() < 0.05:
            continue
        begin = date(year, series.month, series.day) + timedelta(days=random.randint(-12, 12))
        times = random.randint(2, 6) if series.pattern in ("several", "generic") else 1
        if series.pattern == "several" and random.random() < 0.25:
            times = 1
        for serial in range(1, times + 1):
            length = max(2, series.length + random.randint(-2, 3))
            found.append(
                Occasion(
                    number=0,
                    series=series,
                    edition=begin.year + (series.pattern == "fiscal" and begin.month >= 10),
                    serial=serial if times > 1 else 0,
                    start=begin,
                    end=begin + timedelta(days=length - 1),
                    troops=_troops(series.size, random),
                    participants=_who(series, random),
                    place=series.host,
                    others=times,
                )
            )
            begin += timedelta(days=random.choice((4, 5, 6, 9, 13, 20, 34, 61)))
    return found


def _troops(size: int, random: Random) -> int:
    """A figure with digits that can be transposed: 4,317."""
    return int(size * random.uniform(0.6, 1.5)) + random.randint(11, 59)


def _who(series: Series, random: Random) -> tuple[str, ...]:
    guests = [guest for guest in series.guests if random.random() < 0.85] or list(series.guests[:1])
    return (series.host, *guests)
