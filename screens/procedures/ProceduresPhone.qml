pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

// The procedure's code, large, and its address for whoever has no camera.
ScreenFrame {
    id: root

    required property string title
    required property string needs
    required property string address
    required property string qr
    required property var done

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        Panel {
            id: card

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Theme.landscape ? 1e6 : told.implicitHeight + Theme.mm(175)
            Layout.verticalStretchFactor: 1000

            QrPlate {
                id: plate

                address: root.address
                picture: root.qr
                room: Theme.landscape ? Math.min(parent.height, parent.width * 0.5) : Math.min(parent.width, parent.height - told.implicitHeight - Theme.mm(8))
                x: Theme.landscape ? 0 : Math.round((parent.width - width) / 2)
                y: Theme.landscape ? Math.round((parent.height - height) / 2) : 0
            }

            Column {
                id: told

                spacing: Theme.mm(3)
                width: Theme.landscape ? parent.width - x : parent.width
                x: Theme.landscape ? plate.width + Theme.mm(12) : 0
                y: Theme.landscape ? Math.round((parent.height - height) / 2) : plate.height + Theme.mm(8)

                Words {
                    role: Theme.choiceWide
                    text: root.title
                    width: parent.width
                }

                Words {
                    role: Theme.body
                    text: root.needs
                    width: parent.width
                }

                Words {
                    color: Theme.colors.action
                    role: Theme.strongBody
                    // May break after a slash or a dot.
                    text: root.address.replace(/([/.])/g, "$1\u200b")
                    width: parent.width
                }
            }
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }

        PrimaryButton {
            Layout.fillWidth: true
            button: root.done
            event: "done"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
