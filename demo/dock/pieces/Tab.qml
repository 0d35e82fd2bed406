pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// The way to one page of the dock.
DialButton {
    id: root

    // Somebody on that page waits for the operator.
    property bool pressing: false

    event: "page"
    spoken: root.label

    Rectangle {
        anchors.right: parent.right
        anchors.rightMargin: 14
        anchors.verticalCenter: parent.verticalCenter
        width: 16
        height: 16
        color: root.chosen ? Colors.ink : Colors.chosen
        radius: 8
        visible: root.pressing
    }
}
