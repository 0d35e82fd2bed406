pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

// Everything once more, before it is booked or moved.
ScreenFrame {
    id: root

    required property var facts
    required property string bring
    required property var change
    required property string held
    required property var send

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.small ? Theme.gap : Theme.gutter

        FactsPanel {
            Layout.fillWidth: true
            facts: root.facts
            note: root.bring
        }

        SecondaryButton {
            Layout.fillWidth: true
            button: root.change
            event: "change_reminder"
            visible: root.change.label !== ""
            onActed: (event, payload) => root.act(event, payload)
        }

        HeldLine {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            held: root.held
        }

        Item {
            Layout.fillHeight: true
        }

        PrimaryButton {
            Layout.fillWidth: true
            button: root.send
            event: "confirm"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
