pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

// The printer agreed; now the person takes it.
ScreenFrame {
    id: root

    required property string printed
    required property var places
    required property var notice
    required property var got

    arcade: Theme.landscape
    seal: stamp

    Component {
        id: stamp

        Rectangle {
            Accessible.name: root.printed
            Accessible.role: Accessible.StaticText
            border.color: Theme.colors.done
            border.width: Theme.colors.outlined ? Theme.line : 0
            color: Theme.colors.doneFill
            implicitHeight: Theme.mm(22)
            implicitWidth: words.x + words.width + Theme.mm(8.5)
            radius: height / 2

            Icon {
                anchors.left: parent.left
                anchors.leftMargin: Theme.mm(6.6)
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colors.done
                filled: true
                name: "check-circle"
                size: Theme.mm(13.3)
            }

            Words {
                id: words

                anchors.left: parent.left
                anchors.leftMargin: Theme.mm(24.5)
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colors.done
                role: Theme.strongBody
                text: root.printed
                wrapMode: Text.NoWrap
            }
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        KioskDrawing {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Theme.mm(194)
            Layout.verticalStretchFactor: 1000
            look: "slot"
            readerSide: root.places.reader
            slotSide: root.places.slot
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

        Loader {
            Layout.fillWidth: true
            active: root.got !== undefined && root.got !== null
            visible: active

            sourceComponent: SecondaryButton {
                button: root.got
                event: "paper_taken"
                onActed: (event, payload) => root.act(event, payload)
            }
        }
    }
}
