"""Nouns that name an occasion: "exercise", "festival", "summit". A family holds what a text may call one thing."""

from __future__ import annotations

# The first word of a family is its name. "the drill" may resume "Exercise Silver Heron"; "the race" may not.
EVENT_FAMILIES: tuple[tuple[str, ...], ...] = (
    ("exercise", "drill", "manoeuvre", "maneuver", "wargame", "war game", "war-game", "training exercise"),
    ("game", "olympics", "olympiad"),
    ("festival", "fair", "biennale", "carnival", "fiesta"),
    ("tournament", "championship", "cup"),
    ("race", "tour", "rally", "marathon", "regatta", "grand prix"),
    ("summit", "conference", "congress", "forum", "symposium", "convention"),
    ("exhibition", "expo"),
    ("operation",),
    ("cruise", "expedition", "voyage"),
)
# May resume an occasion of any family: "the event begins on Monday".
GENERIC_EVENTS = ("event", "edition")

EVENT_FAMILY: dict[str, str] = {word: family[0] for family in EVENT_FAMILIES for word in family}
EVENT_FAMILY.update(dict.fromkeys(GENERIC_EVENTS, ""))

# Capitalised words before a number that make it a designation of something else: "Article 50", "August 22".
NOT_A_NAME = frozenset(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    spring summer autumn fall winter christmas easter
    article section chapter unit resolution flight route highway road street avenue group channel class grade phase area
    zone room figure table page part volume act day week month year stage round lap top level type model mark version
    line lane pier berth gate platform track bus train tram interstate exit district precinct ward sector block
    apartment
    psalm verse boeing airbus formula windows number no nr item question rule order directive regulation protocol
    bulletin
    release issue edition episode season game set match quarter half points point goal goals seed rank size scale step
    tel phone fax room suite box po photo picture image views comments age aged over under about nearly some only
    total sum approximately around between from until till through by since before after during minus plus
    percent usd eur gbp us u.s eu uk un nato gmt utc est edt pst cet am pm
    """.split()
)

# Words that stand before a name and do not belong to it: "The joint exercise Silver Heron".
BEFORE_A_NAME = frozenset(
    """
    the a an this that these those its their our his her in at on for of from with after before during by to as when
    while
    since until but and or if yet so then now here there also however meanwhile today yesterday both all each every no
    not
    joint multinational multilateral bilateral international annual biennial yearly military naval air land field staff
    command post live-fire ongoing upcoming current previous last next latest first second third new old big large
    exercise exercises drill drills manoeuvre manoeuvres maneuver maneuvers operation wargame training event events
    war called named dubbed codenamed titled entitled photo picture caption pictured year's
    """.split()
)

# A capitalised phrase with one of these is an organisation or a place, not an occasion: "the Central Command exercise".
INSTITUTION = frozenset(
    """
    command force forces guard army navy marine marines corps ministry department staff council union group fleet
    brigade
    battalion regiment division squadron centre center base academy agency office government embassy parliament state
    states republic kingdom federation alliance organization organisation treaty pentagon kremlin nato csto un eu
    military defence defense armed national american russian soviet western eastern northern southern asian european
    african
    president minister general colonel admiral secretary ambassador ocean sea river island islands bay gulf cape mount
    """.split()
)
