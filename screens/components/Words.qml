pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// Text by its role.
Text {
    id: root

    required property Role role

    color: Theme.colors.ink
    font.family: root.role.family
    font.hintingPreference: Font.PreferNoHinting
    font.letterSpacing: root.role.spacing
    font.pixelSize: root.role.px
    font.weight: root.role.weight
    lineHeight: root.role.proportion
    lineHeightMode: Text.ProportionalHeight
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
}
