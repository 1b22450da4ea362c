"""Verbs whose past is no "-ed": draw, drew, drawn. Each line has the forms of one verb, the base first."""

from __future__ import annotations

VERBS: dict[str, frozenset[str]] = {
    forms.split()[0]: frozenset(forms.split())
    for forms in """
    become became
    begin began begun
    break broke broken
    bring brought
    build built
    buy bought
    catch caught
    choose chose chosen
    come came
    cost
    cut
    deal dealt
    do did done
    draw drew drawn
    drive drove driven
    earn earnt earned
    eat ate eaten
    fall fell fallen
    fight fought
    find found
    fly flew flown
    get got gotten
    give gave given
    go went gone
    grow grew grown
    have has had
    hear heard
    hit
    hold held
    keep kept
    know knew known
    lead led
    learn learnt
    leave left
    lend lent
    lose lost
    make made
    mean meant
    meet met
    pay paid
    put
    read
    ride rode ridden
    rise rose risen
    run ran
    say said
    see saw seen
    sell sold
    send sent
    set
    shoot shot
    show shown
    shut
    sing sang sung
    sink sank sunk
    sit sat
    slay slew slain
    speak spoke spoken
    spend spent
    spread
    stand stood
    steal stole stolen
    strike struck stricken
    swear swore sworn
    sweep swept
    swim swam swum
    take took taken
    teach taught
    tell told
    think thought
    throw threw thrown
    wear wore worn
    win won
    withdraw withdrew withdrawn
    write wrote written
    """.strip().splitlines()
}
