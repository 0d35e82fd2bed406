pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

// Where to go: the zone under an arch of its colour, and what to do first.
ScreenFrame {
    id: root

    required property string zone
    required property string colour
    required property string about
    required property var notice
    required property var on
    required property string event
    required property string payload

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        Panel {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Theme.mm(200)
            Layout.verticalStretchFactor: 1000

            Column {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.mm(8)

                Arch {
                    Accessible.ignored: true
                    anchors.horizontalCenter: parent.horizontalCenter
                    border.color: Theme.colors.ink
                    border.width: Theme.strong
                    color: root.colour === "pink" ? Theme.colors.artPink : root.colour === "orange" ? Theme.colors.artOrange : Theme.colors.artBlue
                    height: Theme.mm(Theme.landscape ? 40 : 70)
                    visible: root.colour !== ""
                    width: Theme.mm(Theme.landscape ? 34 : 60)

                    Dot {
                        anchors.bottom: parent.bottom
                        anchors.bottomMargin: Theme.mm(4)
                        anchors.horizontalCenter: parent.horizontalCenter
                        width: Theme.mm(Theme.landscape ? 9 : 15)
                    }
                }

                Words {
                    Accessible.name: text
                    Accessible.role: Accessible.Heading
                    horizontalAlignment: Text.AlignHCenter
                    role: Theme.answer
                    text: root.zone
                    width: parent.width
                }

                Words {
                    horizontalAlignment: Text.AlignHCenter
                    role: Theme.heading
                    text: root.about
                    width: parent.width
                }
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

        PrimaryButton {
            Layout.fillWidth: true
            button: root.on
            event: root.event
            payload: root.payload
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
