pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// The telephone of whoever stands before the kiosk.
Rectangle {
    id: root

    required property string code
    required property string said

    height: 92
    Accessible.name: root.said.replace("\n", " ") + " " + root.code
    Accessible.role: Accessible.StaticText
    border.color: Colors.outline
    border.width: 2
    color: Colors.screen
    radius: 16

    Glyph {
        id: glyph

        x: 22
        anchors.verticalCenter: parent.verticalCenter
        name: "chat-text"
        size: 40
    }

    Say {
        anchors.left: glyph.right
        anchors.leftMargin: 14
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
        lineHeight: 0.92
        size: 23
        text: root.said
    }

    Say {
        objectName: "code"
        anchors.right: parent.right
        anchors.rightMargin: 22
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
        font.family: "Bricolage Grotesque"
        font.letterSpacing: 1.5
        size: 62
        text: root.code
        weight: 800
    }
}
