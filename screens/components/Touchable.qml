pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// What a touch or a key acts on: shown pressed from touch-down, acts on release inside.
Item {
    id: root

    required property string event
    property string payload: ""
    // What is said of it; its name for whoever does not see it.
    required property string spoken
    property bool ready: true
    property real radius: Theme.cardRadius

    readonly property bool touchable: true
    readonly property bool down: root.ready && (area.containsPress || root.keyed)
    readonly property bool ringed: root.activeFocus && Theme.keys
    property bool keyed: false

    signal acted(string event, string payload)

    function fire(): void {
        if (root.ready)
            root.acted(root.event, root.payload)
    }

    objectName: root.payload === "" ? root.event : root.event + ":" + root.payload
    Accessible.focusable: true
    Accessible.name: root.spoken
    Accessible.role: Accessible.Button
    Accessible.onPressAction: root.fire()
    Keys.onPressed: event => {
        if ([Qt.Key_Return, Qt.Key_Enter, Qt.Key_Space].includes(event.key)) {
            event.accepted = true
            root.keyed = true
        }
    }
    Keys.onReleased: event => {
        if (root.keyed && !event.isAutoRepeat) {
            event.accepted = true
            root.keyed = false
            root.fire()
        }
    }
    activeFocusOnTab: true
    onActiveFocusChanged: root.keyed = false
    // The ring may lie over a neighbour's margin.
    z: root.ringed ? 1 : 0

    Loader {
        active: root.ringed
        anchors.fill: parent

        sourceComponent: FocusRing {
            radius: root.radius
        }
    }

    MouseArea {
        id: area

        anchors.fill: parent
        onClicked: root.fire()
    }
}
