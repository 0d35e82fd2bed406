pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// Puts somebody's card into the reader with contacts; light while it is there.
Touch {
    id: root

    width: 52
    height: 72
    event: "contact"

    Glyph {
        anchors.centerIn: parent
        color: root.chosen && !root.down ? Colors.ink : Colors.words
        name: "identification-card"
        size: 28
    }
}
