pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// Where one is in a procedure, and the dot's walk from stop to stop.
Item {
    id: root

    required property int step
    required property int steps
    required property string label

    // Where the dot stands; between two stops while it goes.
    property real at: 1

    readonly property real stop: Theme.mm(7.2)
    readonly property real line: Theme.mm(1.1)

    function settle(): void {
        if (walk.running)
            walk.complete()
    }

    Accessible.name: root.label
    Accessible.role: Accessible.StaticText
    Component.onCompleted: root.at = root.step
    onStepChanged: {
        walk.stop()
        if (Theme.calm) {
            root.at = root.step
        } else {
            walk.to = root.step
            walk.start()
        }
    }

    NumberAnimation {
        id: walk

        duration: 260
        easing.type: Easing.InOutCubic
        property: "at"
        target: root
    }
}
