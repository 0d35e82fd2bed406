pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// What is touched: shown pressed from touch-down, acts on release inside; by keys with a ring around it.
Item {
    id: root

    required property string event
    property string payload: ""
    required property string spoken
    property bool ready: true
    property bool chosen: false
    property real radius: 14
    property color fill: root.chosen ? Colors.chosen : Colors.button
    property color line: root.chosen ? Colors.chosen : root.ready ? Colors.outline : Colors.button

    readonly property bool down: root.ready && area.containsPress

    signal acted(string event, string payload)

    function fire(): void {
        if (root.ready)
            root.acted(root.event, root.payload)
    }

    objectName: root.payload === "" ? root.event : root.event + ":" + root.payload
    Accessible.checkable: true
    Accessible.checked: root.chosen
    Accessible.focusable: true
    Accessible.name: root.spoken
    Accessible.onPressAction: root.fire()
    Accessible.role: Accessible.Button
    Keys.onReturnPressed: root.fire()
    Keys.onSpacePressed: root.fire()
    activeFocusOnTab: root.ready

    Rectangle {
        anchors.fill: parent
        border.color: root.line
        border.width: 2
        color: root.down ? Colors.pressed : root.ready || root.chosen ? root.fill : "transparent"
        radius: root.radius
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -5
        border.color: Colors.words
        border.width: 3
        color: "transparent"
        radius: root.radius + 5
        visible: root.activeFocus
    }

    MouseArea {
        id: area

        anchors.fill: parent
        onClicked: root.fire()
    }
}
