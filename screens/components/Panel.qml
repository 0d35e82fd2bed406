pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// A quiet border around what cannot be pressed.
Rectangle {
    id: root

    default property alias content: inside.data
    property real pad: Theme.mm(13.3)
    readonly property alias inside: inside

    border.color: Theme.colors.rule
    border.width: Theme.line
    color: Theme.colors.surface
    radius: Theme.cardRadius

    Item {
        id: inside

        anchors.fill: parent
        anchors.margins: root.pad
    }
}
