pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../theme"
import "Pieces.js" as Pieces

// The drawing of every trouble: its parts in one order, what the machine does by itself, and the ways out.
ScreenFrame {
    id: root

    required property var panels
    required property string status
    required property var primary
    required property string primary_act
    required property var secondary
    required property string secondary_act
    // Waiting is what to do: the way out is not pressed on anybody.
    property bool quiet: false

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.landscape || Theme.small ? Theme.gap : Theme.mm(6)

        Repeater {
            model: root.panels.length

            TroublePanel {
                required property int index

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.verticalStretchFactor: 1000
                Layout.maximumHeight: Math.max(implicitHeight, Theme.mm(58))
                Layout.preferredHeight: implicitHeight
                part: Pieces.at(root.panels, index)
            }
        }

        Item {
            Layout.fillWidth: true
            Layout.topMargin: Theme.mm(2)
            implicitHeight: Math.max(dot.height, status.implicitHeight)
            visible: root.status !== ""

            Dot {
                id: dot

                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.mm(11)
            }

            MarkedWords {
                id: status

                anchors.left: dot.right
                anchors.leftMargin: Theme.mm(7.2)
                room: parent.width - dot.width - Theme.mm(7.2)
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colors.inkQuiet
                marked: root.status
                role: Theme.body
            }
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }

        Loader {
            Layout.fillWidth: true
            active: root.secondary !== undefined && root.secondary !== null
            visible: active

            sourceComponent: SecondaryButton {
                button: root.secondary
                event: root.secondary_act
                onActed: (event, payload) => root.act(event, payload)
            }
        }

        Loader {
            Layout.fillWidth: true
            sourceComponent: root.quiet ? quietWay : way
        }
    }

    Component {
        id: way

        PrimaryButton {
            button: root.primary
            event: root.primary_act
            onActed: (event, payload) => root.act(event, payload)
        }
    }

    Component {
        id: quietWay

        SecondaryButton {
            button: root.primary
            event: root.primary_act
            small: false
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
