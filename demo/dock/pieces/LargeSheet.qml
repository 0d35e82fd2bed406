pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// One sheet over the whole dock, until it is touched.
Touch {
    id: root

    required property var sheet
    required property string close
    required property real zoom

    event: "sheet"
    fill: Colors.ground
    focus: true
    line: Colors.ground
    radius: 0
    spoken: root.close
    Keys.onEscapePressed: root.fire()

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(root.width - 60, (root.height - 60) * root.sheet.ratio)
        height: width / root.sheet.ratio
        radius: 4

        Image {
            objectName: "sheet_picture"
            anchors.fill: parent
            anchors.margins: 6
            Accessible.name: root.sheet.spoken
            Accessible.role: Accessible.Graphic
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            source: root.sheet.picture
            sourceSize.width: Math.ceil(width * root.zoom)
        }
    }
}
