pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// What is drawn of a number: full, or dashed where the number is hidden.
Item {
    id: root

    required property bool hidden

    Rectangle {
        anchors.fill: parent
        color: Theme.colors.action
        radius: Math.min(Theme.mm(1.6), height / 2)
        visible: !root.hidden
    }

    Loader {
        active: root.hidden
        anchors.fill: parent

        sourceComponent: DashedBorder {
            radius: Theme.mm(1.6)
        }
    }
}
