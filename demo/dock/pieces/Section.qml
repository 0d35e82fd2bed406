pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// A title with its icon, and at the right what is said of it.
Item {
    id: root

    required property string icon
    required property string title
    property string said: ""
    // Somebody waits for the operator.
    property bool pressing: false

    height: 32
    Accessible.name: root.said === "" ? root.title : root.title + ": " + root.said
    Accessible.role: Accessible.StaticText

    Glyph {
        id: glyph

        anchors.verticalCenter: parent.verticalCenter
        name: root.icon
        size: 30
    }

    Say {
        anchors.left: glyph.right
        anchors.leftMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
        size: 24
        text: root.title
        weight: 650
    }

    Say {
        objectName: "said:" + root.icon
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
        color: root.pressing ? Colors.chosen : Colors.quiet
        size: 21
        text: root.said
    }
}
