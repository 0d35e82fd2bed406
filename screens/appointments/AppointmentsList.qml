pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// What one has booked.
ScreenFrame {
    id: root

    required property var appointments
    required property var other_page
    required property var notice
    required property var other
    required property string other_act
    required property var another

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        Repeater {
            model: root.appointments.length

            ChoiceCard {
                required property int index

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumHeight: Theme.mm(56)
                Layout.verticalStretchFactor: 1000
                choice: Pieces.at(root.appointments, index)
                event: "choose_appointment"
                wide: true
                onActed: (event, payload) => root.act(event, payload)
            }
        }

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.notice
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }

        OtherPage {
            Layout.fillWidth: true
            button: root.other_page
            event: "other_page"
            onActed: (event, payload) => root.act(event, payload)
        }

        SecondaryButton {
            Layout.fillWidth: true
            button: root.other
            event: root.other_act
            visible: root.other.label !== ""
            onActed: (event, payload) => root.act(event, payload)
        }

        SecondaryButton {
            Layout.fillWidth: true
            button: root.another
            event: "book_another"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
