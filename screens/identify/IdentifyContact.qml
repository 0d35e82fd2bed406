pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

// Put the card that signs into its slot.
ScreenFrame {
    id: root

    required property var problem
    required property var leave
    required property var none

    arcade: Theme.landscape

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.problem
        }

        SlotDrawing {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Theme.mm(194)
        }

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.leave
        }

        Item {
            Layout.fillHeight: true
            Layout.maximumHeight: Theme.mm(30)
        }

        SecondaryButton {
            Layout.fillWidth: true
            button: root.none
            event: "no_pin"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
