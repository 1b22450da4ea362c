"""What the benchmarks read: made-up news ("Amber Lantern 24 ends on 9 May 2024."), or a file of stored clusters.

A cluster is a list of articles on one event. About one generated sentence in four states a value, as in real news.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its name and date, before the checker sees it."""

    name: str
    text: str
    published: date | None


Cluster = list[Article]

SERIES = ("Amber Lantern", "Quiet Heron", "Copper Bridge", "Northern Loom", "Joint Furrow", "Salt Harbour")
TOWNS = ("Vellmar", "Port Ansgar", "Korvata", "Lindemouth", "Sarn Valley", "Old Tessin")
COUNTRIES = ("Norway", "Kenya", "Mongolia", "Peru", "Jordan", "Portugal", "Ghana", "Finland", "Oman", "Chile")
PEOPLE = ("the defence minister", "a spokeswoman for the general staff", "the mayor", "a retired colonel", "observers")

# Sentences without a value: three parts, each chosen on its own.
OPENINGS = (
    "Residents of the valley",
    "Officials in the capital",
    "Neighbouring governments",
    "Several opposition deputies",
    "Engineers and medics",
    "Diplomats who follow the region",
    "Farmers along the access road",
    "The organizers",
)
MIDDLES = (
    "have followed the preparations with a mixture of pride and unease",
    "say that they were told about the plans later than they would have liked",
    "described the arrangements as sensible, if rather hurried",
    "hope that the attention will outlast the visit of the foreign guests",
    "remain divided over what the country gains from such meetings",
    "pointed to the repaired bridge as proof that promises can be kept",
)
ENDINGS = (
    "although nobody wanted to be quoted by name.",
    "and local newspapers have written about little else.",
    "while the weather has been kinder than the forecasts.",
    "because the previous meeting ended in a quarrel over the guest list.",
    "even as talks about the border crossing continue elsewhere.",
    "which the ministry declined to discuss.",
)


def generated(*, clusters: int = 12, articles: int = 5, sentences: int = 24, seed: int = 7) -> list[Cluster]:
    """Made-up clusters, the same for the same arguments; about 3 KB an article."""
    random = Random(seed)
    return [list(_cluster(random, number, articles, sentences)) for number in range(clusters)]


def stored(path: Path) -> list[Cluster]:
    """Clusters from a file of JSON lines, `{"id": …, "docs": [{"name": …, "date": …, "text": …}]}`, gzipped or not."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode()
    items = [json.loads(line) for line in text.splitlines()]
    return [[_article(item["id"], document) for document in item["docs"]] for item in items]


def _article(cluster: str, document: dict[str, str | None]) -> Article:
    published = date.fromisoformat(document["date"]) if document.get("date") else None
    return Article(f"{cluster}/{document['name']}.txt", document["text"] or "", published)


def _cluster(random: Random, number: int, articles: int, sentences: int) -> Iterator[Article]:
    first = date(2011 + number % 13, 5, 2) + timedelta(days=random.randrange(90))
    event = _Event(
        name=f"{random.choice(SERIES)} {first:%y}",
        town=random.choice(TOWNS),
        first=first,
        last=first + timedelta(days=random.randrange(5, 14)),
        countries=random.sample(COUNTRIES, 5),
        troops=random.randrange(8, 90) * 100,
        millions=random.randrange(12, 480),
    )
    for letter in "abcdefghijklmnopqrstuvwxyz"[:articles]:
        yield Article(f"{number:03}/{letter}.txt", _text(random, event, sentences), first + timedelta(days=2))


@dataclass(frozen=True, slots=True)
class _Event:
    name: str
    town: str
    first: date
    last: date
    countries: list[str]
    troops: int
    millions: int


def _text(random: Random, event: _Event, sentences: int) -> str:
    facts = list(_facts(random, event))
    body = [random.choice(facts) if random.random() < 0.26 else _filler(random) for _ in range(sentences)]
    paragraphs = [" ".join(body[at : at + 4]) for at in range(0, len(body), 4)]
    return "\n\n".join([f"{event.town.upper()}, {event.first + timedelta(days=2):%B %d, %Y} - {facts[0]}", *paragraphs])


def _filler(random: Random) -> str:
    return f"{random.choice(OPENINGS)} {random.choice(MIDDLES)}, {random.choice(ENDINGS)}"


def _facts(random: Random, event: _Event) -> Iterator[str]:
    last = f"{event.last.day} {event.last:%B %Y}"
    listed = ", ".join(event.countries[:-1]) + f" and {event.countries[-1]}"
    yield f"{event.name} has begun near {event.town} and will last until {event.last:%B} {event.last.day}."
    yield f"“{event.name}” ends on {last}, {random.choice(PEOPLE)} said."
    yield f"Five countries are taking part in {event.name}: {listed}."
    yield f"About {event.troops:,} troops have arrived for {event.name}, among them forty-two engineers."
    yield f"The host has received ${event.millions} million in military aid since {event.first.year - 9}."
    yield f"The series has been held every year since {event.first.year - 14}, except once."
    yield f"Fuel in {event.town} rose by {random.randrange(2, 9)}.5 per cent, to 1.{random.randrange(10, 99)} euros."
    yield f"The column covered {random.randrange(30, 300)} km in {random.randrange(2, 9)} hours, at -12 °C."
