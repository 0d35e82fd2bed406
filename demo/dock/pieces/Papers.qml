pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// The sheets that came out, newest first.
Rectangle {
    id: root

    required property var papers
    required property string empty
    // Pixels of the window for one of the drawing.
    required property real zoom

    readonly property real high: root.height - 44

    signal touched(var sheet)

    border.color: Colors.outline
    border.width: 2
    color: Colors.tray
    radius: 16

    Say {
        anchors.centerIn: parent
        color: Colors.quiet
        size: 21
        text: root.empty
        visible: root.papers.length === 0
    }

    ListView {
        anchors.fill: parent
        anchors.margins: 22
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: root.papers
        orientation: ListView.Horizontal
        spacing: 18

        delegate: Touch {
            id: sheet

            required property var modelData

            // Narrow paper is drawn narrower, though not by as much; long paper by what makes it fit.
            width: Math.min(root.high * sheet.modelData.ratio, sheet.modelData.wide ? 230 : 150)
            height: sheet.width / sheet.modelData.ratio
            event: "paper"
            fill: "#FFFFFF"
            line: "#FFFFFF"
            payload: sheet.modelData.name
            radius: 4
            spoken: sheet.modelData.spoken
            onActed: root.touched(sheet.modelData)

            Image {
                anchors.fill: parent
                anchors.margins: 3
                asynchronous: true
                source: sheet.modelData.picture
                sourceSize.width: Math.ceil(width * root.zoom)
            }
        }
    }
}
