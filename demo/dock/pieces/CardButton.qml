pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// Somebody's card; light while it is in the reader.
Touch {
    id: root

    required property string label
    required property string about

    readonly property bool light: root.chosen && !root.down

    height: 72
    event: "card"
    fill: root.chosen ? Colors.paper : Colors.button
    spoken: root.label + ", " + root.about

    Rectangle {
        id: plate

        x: 15
        anchors.verticalCenter: parent.verticalCenter
        width: 38
        height: 46
        bottomLeftRadius: 6
        bottomRightRadius: 6
        color: root.light ? Colors.zone : Colors.plate
        topLeftRadius: 19
        topRightRadius: 19

        Glyph {
            anchors.centerIn: parent
            anchors.verticalCenterOffset: 2
            color: Colors.words
            name: root.chosen ? "check" : "user"
            size: 25
        }
    }

    Column {
        anchors.left: plate.right
        anchors.leftMargin: 12
        anchors.right: parent.right
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter

        Say {
            width: parent.width
            height: 28
            Accessible.ignored: true
            color: root.light ? Colors.ink : Colors.words
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 15
            size: 23
            text: root.label
            weight: 650
        }

        Say {
            width: parent.width
            height: 25
            Accessible.ignored: true
            color: root.light ? Colors.inkQuiet : Colors.quiet
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 14
            size: 19
            text: root.about
        }
    }
}
