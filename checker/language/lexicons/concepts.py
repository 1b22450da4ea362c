"""Words that say one thing of a subject: "was born in 1957", "Date of birth: 1957". The first names the concept."""

from __future__ import annotations

CONCEPTS: tuple[tuple[str, ...], ...] = tuple(
    tuple(group.split())
    for group in """
    born birth birthday birthdate birthplace
    died dies die dying death deceased dead passed perished
    founded founding foundation established establishment created creation formed formation instituted incorporated
    opened opening opens inaugurated inauguration
    closed closing closure closes demolished shut
    built building constructed construction erected completed completion
    released release releases premiered premiere debut published publication launched launch aired issued print printed
    began begins begin started starts start commenced beginning
    ended ends end finished finishes finish concluded concludes expired expires expiry
    married marriage wed wedding spouse spouses wife husband
    length long lengthy
    height tall high elevation altitude
    width wide
    depth deep
    weight weighs weighed mass
    population inhabitants inhabitant residents resident populace
    members member membership
    employees employee workers worker staff workforce employs employed
    seats seat seating capacity holds accommodates seated
    cost costs price priced budget worth
    revenue sales turnover
    profit earnings income
    won wins win winner victory victories
    children kids
    film films movie movies installment installments instalment instalments
    novel novels novella book books
    killed deaths casualties fatalities
    injured wounded hurt injuries
    elected election
    appointed appointment
    bought buy buys purchase purchased acquired acquisition takeover
    sold sell sells sale
    active activity acting acted performing performed career professional professionally
    discovered discovery discovers
    dissolved dissolution disbanded abolished
    retired retirement retires
    destroyed destruction
    sank sunk sinking
    crashed crash crashes
    age aged
    """.strip().splitlines()
)

# What happens to a thing once, or to one object of it once: a date tells when.
EVENTS = frozenset(
    """
    born* died* founded* opened* closed* built* released* began* ended* married* active* discovered* dissolved* retired*
    destroyed* sank* crashed* elected* appointed* bought* sold*
    """.split()
)
# Of these the subject alone tells which one it is: whoever else the sentence names.
ONCE = frozenset("born* died* founded* discovered* dissolved*".split())

# These happen to one thing several times in a life or a history.
REPEATED = frozenset(
    """
    sold* bought* appointed* elected* married* closed* destroyed* crashed* sank* retired* began* ended* opened*
    """.split()
)
# A thing has one number of each of these, whatever its clause says besides.
CONSTITUENTS = frozenset(
    "season episode chapter volume section act canto verse stanza floor storey child sibling moon".split()
)

# What a thing has one number of is counted by many nouns: "employs 3,200 people", "has 3,200 workers".
COUNTED = frozenset("employees* population* seats* members*".split())
