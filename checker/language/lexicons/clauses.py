"""Words that build clauses: "was" and "took" are verbs, "in" leads a phrase in, "who" resumes the name before it."""

from __future__ import annotations

PRONOUNS = frozenset("he she it they".split())
POSSESSIVES = frozenset("his her its their".split())
DETERMINERS = frozenset("the this that a an these those".split())
RELATIVES = frozenset("who which that".split())
CONJUNCTIONS = frozenset("and but or so".split())
# Words that begin a clause with a subject of its own.
SUBORDINATORS = frozenset(
    "when while after before because since until till where although though as whereas if once unless".split()
)
PREPOSITIONS = frozenset(
    """
    of in on at by for with from to into onto over under about above below between among through during before
    after against within without around across along near up down per via upon toward towards amid despite since
    until following including like than as off out behind beyond beside besides except
    """.split()
)
# What a sentence may begin with before its subject.
LEADS = (
    PREPOSITIONS
    | SUBORDINATORS
    | frozenset("together along originally initially today now later then also however meanwhile finally first".split())
)
# Between a subject and its verb.
ADVERBS = frozenset(
    """
    also then now later still already originally initially eventually finally actually first again officially
    formally never only just currently once subsequently reportedly recently soon together not away
    """.split()
)
# Words that a name may contain between its capitals: "Song of the Lark", "Ludwig van Beethoven".
JOINING = frozenset("of the de da di la le du del van von der den bin ibn al el and & a an".split())
# Before a name and no part of it: "Pope Innocent III", "Mr Lang".
TITLES = frozenset(
    """
    mr mrs ms dr sir lady lord dame pope king queen emperor empress prince princess saint president chancellor
    premier minister senator governor mayor judge justice general colonel captain major admiral professor bishop
    cardinal archbishop rev reverend jr sr
    """.split()
)
# Nouns that say what kind of thing a name is: "the Christmas Carol novel", "the company Lindow".
SORTS = frozenset(
    """
    film movie novel novella book play poem album song single series show sitcom opera musical ballet painting
    game band company firm group corporation organisation organization charity club team party union university
    college school museum library theatre theater hospital church cathedral temple airport station bridge tower
    building dam tunnel stadium arena park zoo hotel line railway road highway river lake mountain island city
    town village country state province region district war battle treaty dynasty empire kingdom festival exercise
    race tournament championship league magazine newspaper journal website programme program ship vessel aircraft
    satellite probe mission rocket actor actress singer writer author poet painter composer musician artist
    politician player footballer scientist physicist mathematician philosopher emperor king queen president
    general director producer footballer
    """.split()
)

# Finite verbs that neither end in "ed" nor are told apart by their place.
VERBS = frozenset(
    """
    is are was were be been being am has have had does do did will would shall should can could may might must won
    wins lost loses took takes became becomes began begins made makes led leads held holds ran runs wrote writes
    met meets went goes came comes gave gives got gets left leaves sold sells bought buys built builds sent sends
    spent spends grew grows fell falls rose rises saw sees set sets hit hits shot stood stands told tells taught
    teaches thought brought brings fought fights broke breaks spoke speaks chose chooses drew draws flew flies
    knew knows threw throws rode drove swam sang kept keeps paid pays laid lays lay lies put puts cut cuts spread
    read said says found finds born bore wore hurt cost costs sank shut stuck struck sought sat sits slept fled
    felt dealt meant heard hung lent lit contains comprises consists includes features spans covers measures ranks
    lasts owns operates seats weighs ends opens closes starts plays stars serves carries produces reaches flows
    employs dates split remains contain comprise consist exceed exceeds span rank last seat employ weigh began died dies
    """.split()
)

# Verbs behind which somebody's words begin: "the mayor said the bridge was closed".
SAYING = frozenset(
    """
    said says say told claimed claims announced announces reported reports confirmed confirms believed believes wrote
    added stated states argued argues noted notes thought thinks knew knows found
    """.split()
)
# Nobody's names, though a sentence may begin with them.
NOBODY = frozenset(
    """
    someone somebody everyone everybody anyone anybody nobody nothing something everything police turnout traffic work
    one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands millions half
    """.split()
)
# Endings of nouns for what has no name: "Unemployment fell", "Inflation was".
ABSTRACT = ("ment", "tion", "sion", "ness", "ity", "ance", "ence", "ship", "ism")
