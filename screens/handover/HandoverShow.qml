pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

// What the turn is about, before it is gone on with.
ScreenFrame {
    id: root

    required property var facts
    required property string note
    required property var notice
    required property var on
    required property string on_act
    required property string on_payload
    required property var other

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        FactsPanel {
            Layout.fillWidth: true
            facts: root.facts
            note: root.note
        }

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.notice
        }

        Item {
            Layout.fillHeight: true
        }

        SecondaryButton {
            Layout.fillWidth: true
            button: root.other
            event: "other_number"
            onActed: (event, payload) => root.act(event, payload)
        }

        PrimaryButton {
            Layout.fillWidth: true
            button: root.on
            event: root.on_act
            payload: root.on_payload
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
