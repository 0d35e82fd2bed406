// The piece at an index of a list, or a blank one while the list is getting shorter.
.pragma library

const blank = {
    id: "", title: "", about: "", icon: "", off: "", chosen: false, text: "", state: "todo", kind: "what", strong: "",
    value: "", name: "", figure: "", spoken: "", range: "", share: 0, low: 0, high: 0, hidden: false, upright: false,
    bars: [], rows: []
}

function at(pieces, index) {
    return index < pieces.length ? pieces[index] : blank
}
