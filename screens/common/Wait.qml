pragma ComponentBehavior: Bound

import QtQuick
import "../components"

// The seu is being asked. Nothing moves: nobody knows how far it is.
ScreenFrame {
    id: root

    required property string text

    door: 4

    Panel {
        anchors.left: parent.left
        anchors.right: parent.right
        height: steps.implicitHeight + 2 * pad

        WaitSteps {
            id: steps

            anchors.left: parent.left
            anchors.right: parent.right
            steps: [{ text: root.text, state: "now" }]
        }
    }
}
