pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// One stand of a dial.
Touch {
    id: root

    required property string label

    height: 56

    Say {
        anchors.fill: parent
        anchors.leftMargin: 6
        anchors.rightMargin: 6
        Accessible.ignored: true
        color: !root.ready ? Colors.quiet : root.chosen && !root.down ? Colors.ink : Colors.words
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: 15
        size: 20
        text: root.label
        weight: 650
    }
}
