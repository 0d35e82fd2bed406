pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

// Show the code to the scanner; or go on without it.
ScreenFrame {
    id: root

    required property string hold
    required property var problem
    required property var none

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        Panel {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Theme.mm(170)
            Layout.verticalStretchFactor: 1000

            Column {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.mm(9)

                ArchPlate {
                    anchors.horizontalCenter: parent.horizontalCenter
                    icon: "qr-code"
                    implicitWidth: Theme.mm(Theme.landscape ? 40 : 66)
                }

                Words {
                    horizontalAlignment: Text.AlignHCenter
                    role: Theme.heading
                    text: root.hold
                    width: parent.width
                }
            }
        }

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.problem
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }

        SecondaryButton {
            Layout.fillWidth: true
            button: root.none
            event: "no_code"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
