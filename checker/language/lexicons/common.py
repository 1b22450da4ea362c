"""Words that say little about what a sentence is about: function words, reporting verbs, hedges, words of number."""

from __future__ import annotations

STOP_WORDS = frozenset(
    """
    a an the this that these those it its they them their he him his she her hers we us our you your i me my one ones
    who whom whose which what
    and or but nor so yet if then than as while when where why how because since although though whether until unless
    of in on at by for with from to into onto over under about above below between among through during before after
    against within without
    around across along near off out up down per via upon toward towards amid despite
    is are was were be been being am do does did done doing have has had having will would shall should can could may
    might must
    not no none nobody nothing only just also too very more most much many some any all both each every other another
    such same own
    there here now today yesterday tomorrow still already again once ever never always often later earlier ago
    say says said saying tell tells told report reports reported reporting according accord add adds added note notes
    noted announce announces announced
    confirm confirms confirmed state states stated claim claims claimed estimate estimates estimated put puts call
    calls called
    nearly almost roughly approximately least less fewer up total overall altogether number numbers figure figures
    amount amounts
    hundred hundreds thousand thousands million millions billion billions trillion dozen dozens percent per cent
    percentage
    mr mrs ms dr s t d ll re ve m o'clock
    monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december
    jan feb apr jun jul aug sep sept oct nov dec photo photos caption
    get gets got getting go goes went going gone come comes came coming make makes made making take takes took taken
    taking give gives gave given
    like well even way back new
    """.split()
)

# Words that so many news sentences have that sharing one says half as much as sharing another.
FREQUENT = frozenset(
    """
    people person man woman child group member official government minister president police authority force army
    military company
    country city town area region part time day week month year hour minute case place point end home house work world
    news
    attack kill killed die died dead wound injure injured hit strike fire shoot shot find found use see know think
    want need
    leave left right high low large big small old new long short early late major main national international local
    public
    show hold held plan expect include begin began start started end ended open opened close lead led win won lose lost
    help support offer ask call meet met talk talks statement spokesman spokesperson source agency team game
    """.split()
)

# Words of one group exclude each other: two sentences that differ in them speak of different things.
CONTRASTS: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split())
    for group in (
        "first second third fourth fifth sixth seventh eighth ninth tenth last next previous opening closing final",
        "north south east west northern southern eastern western northeast northwest southeast southwest central",
        "man woman male female boy girl men women boys girls",
        "minimum maximum average median lowest highest shortest longest smallest largest oldest youngest",
        "planned actual expected initial original final revised provisional preliminary",
        "gross net operating pretax",
        "domestic foreign international",
        "urban rural",
        "public private",
        "left right",
        "upper lower",
        "old new",
        "spring summer autumn winter",
        "quarter half year month quarterly monthly annual yearly",
        "kill injure wound hurt miss rescue evacuate arrest detain survive displace release",
        "dead injured wounded missing",
        "buy sell bought sold",
        "import export",
        "win lose won lost",
        "rise fall rose fell increase decrease",
        "profit loss revenue sale cost",
        "open close begin end start finish",
        "birth death born die",
        "before after",
        "adult child",
        "civilian soldier military",
        "indoor outdoor",
        "surface depth",
        "width height length",
    )
)

# Words that cut a figure down to a part of what it would be without them: a quarter's sales are not the year's.
RESTRICTIONS = frozenset(
    """
    quarter quarterly half semester monthly weekly daily nightly hourly phase phases stage stages leg portion
    rehearsal rehearsals registration preparation preparations planning contingent partial partly provisional
    metropolitan metro greater suburban conurbation agglomeration subsidiary extension remake sequel prequel spin-off
    preliminary early initially so-far remaining rest additional extra
    """.split()
)
