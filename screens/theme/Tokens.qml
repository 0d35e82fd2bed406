pragma ComponentBehavior: Bound

import QtQuick

// The colours of one theme, by what they are for.
QtObject {
    // Outlines instead of fills: the two themes of high contrast.
    property bool outlined: false
    // the blue zone
    required property color zone
    // arches on the zone; outlined in onZone where the theme is outlined
    required property color zoneArch
    // title on the zone
    required property color onZone
    // lead; route still to come
    required property color onZoneQuiet
    // the sheet
    required property color ground
    // cards, keys, fields
    required property color surface
    // text
    required property color ink
    // second line
    required property color inkQuiet
    // border of controls
    required property color outline
    // lower edge of controls
    required property color edge
    // border of panels that are not controls
    required property color rule
    // what a progress has not filled yet
    required property color trough
    // primary button, icon plate, figures
    required property color action
    // its lower edge and its pressed fill
    required property color actionPressed
    // on action
    required property color onAction
    // fill of what is chosen, pressed, or a notice
    required property color chosen
    // the dot, the focus band, "here"
    required property color here
    // on here
    required property color onHere
    // around the dot where it does not stand on the zone
    required property color hereRing
    // outermost line of the focus
    required property color focusEdge
    // the footer's ground
    required property color plinth
    // outline of footer buttons
    required property color plinthOutline
    // fill of what is unavailable
    required property color off
    // its text
    required property color onOff
    // its dashed outline
    required property color offOutline
    // it has been done
    required property color done
    required property color doneFill
    // attention; the reason of what is unavailable
    required property color care
    required property color careFill
    // a fault
    required property color fault
    required property color faultFill
    // on done, care and fault where they are a plate
    required property color onState
    // the one flat cover behind a sheet from below
    required property color cover
    // drawings: what is behind
    required property color artGround
    // drawings: the shelf
    required property color artShelf
    // drawings: its far edge
    required property color artShade
    // drawings: lines, bezel, arrow
    required property color artInk
    // drawings: words on the arrow
    required property color onArtInk
    // drawings: the lit screen
    required property color artScreen
    // drawings: paper and cards
    required property color artPaper
    // drawings: the head of a card, portraits
    required property color artTint
    // drawings: the one dark bar
    required property color artBlue
    // drawings: lines of writing
    required property color artLine
    // drawings: the outline that shapes have where the theme is outlined
    required property color artOutline
    // drawings: the second bar of a card's head
    required property color artAccent
    // drawings: behind a portrait
    required property color artFrame
    // drawings: a portrait
    required property color artFigure
    // drawings: a chip
    required property color artChip
    // drawings: its lines
    required property color artChipLine
    // drawings: buttons on the lit screen
    required property color artButton
    // drawings: its footer
    required property color artSand
    // drawings: a place that is not meant now
    required property color artPink
    required property color artOrange
    required property color artQuiet
    // drawings: its outline
    required property color artQuietLine
}
