pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

// Who the person is is known; the document can be taken back.
ScreenFrame {
    id: root

    required property bool by_slot
    required property var last_access
    required property var take_card
    required property var go_on

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        Rectangle {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Theme.mm(160)
            Layout.verticalStretchFactor: 1000
            border.color: Theme.colors.outlined ? Theme.colors.outline : Theme.colors.rule
            border.width: Theme.line
            color: Theme.colors.artGround
            radius: Theme.rowRadius

            SlotDrawing {
                anchors.fill: parent
                visible: root.by_slot
            }

            ReaderDrawing {
                id: reader

                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.mm(9)
                anchors.horizontalCenter: parent.horizontalCenter
                away: Math.round(width * 0.32)
                height: width
                outlined: true
                visible: !root.by_slot
                width: Math.round((parent.height - Theme.mm(18)) / 1.23)
            }
        }

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.take_card
        }

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.last_access
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }

        PrimaryButton {
            Layout.fillWidth: true
            button: root.go_on
            event: "go_on"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
