pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// Text by its role.
Text {
    id: root

    required property Role role
    // Where this is set, the text takes lines of about one length within it, and leaves no word alone.
    property real room: 0

    function balance() {
        if (root.room <= 0)
            return
        root.width = root.room
        const lines = root.lineCount
        let low = root.room / lines / 2
        let high = Math.min(root.room, Math.ceil(root.implicitWidth))
        while (lines > 1 && high - low > Theme.mm(1)) {
            root.width = (low + high) / 2
            if (root.lineCount > lines)
                low = root.width
            else
                high = root.width
        }
        root.width = high
    }

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

    Component.onCompleted: root.balance()
    onFontChanged: root.balance()
    onRoomChanged: root.balance()
    onTextChanged: root.balance()
}
