pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../theme"

// The four ways that every screen has.
Rectangle {
    id: root

    required property var back
    required property var home
    required property var help
    required property var finish

    readonly property real side: Theme.landscape ? Theme.mm(14.4) : Theme.margin

    signal acted(string event, string payload)

    color: Theme.colors.plinth

    Rectangle {
        color: Theme.colors.plinthOutline
        height: Theme.hair
        width: parent.width
    }

    RowLayout {
        id: row

        readonly property real room: root.width - 2 * root.side - 3 * spacing
        readonly property real wanted: backButton.wanted + homeButton.wanted + helpButton.wanted + finishButton.wanted
        // What is left over goes to all alike, and none is narrower than its word.
        readonly property real spare: Math.max(0, (room - wanted) / 4)
        readonly property real even: (room - Math.max(helpButton.wanted, room * 0.28)) / 3
        readonly property bool fits: even >= Math.max(backButton.wanted, homeButton.wanted, finishButton.wanted)

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Math.round((root.height - Theme.hair) * 0.109)
        anchors.left: parent.left
        anchors.leftMargin: root.side
        anchors.right: parent.right
        anchors.rightMargin: root.side
        anchors.top: parent.top
        anchors.topMargin: Math.round((root.height - Theme.hair) * 0.098) + Theme.hair
        spacing: Theme.gap

        FooterButton {
            id: backButton

            Layout.fillHeight: true
            Layout.preferredWidth: row.fits ? row.even : wanted + row.spare
            button: root.back
            directional: true
            event: "back"
            icon: "arrow-left"
            onActed: (event, payload) => root.acted(event, payload)
        }

        FooterButton {
            id: homeButton

            Layout.fillHeight: true
            Layout.preferredWidth: row.fits ? row.even : wanted + row.spare
            button: root.home
            event: "home"
            icon: "house"
            onActed: (event, payload) => root.acted(event, payload)
        }

        FooterButton {
            id: helpButton

            Layout.fillHeight: true
            Layout.fillWidth: true
            button: root.help
            event: "help"
            icon: root.help.icon
            onActed: (event, payload) => root.acted(event, payload)
        }

        FooterButton {
            id: finishButton

            Layout.fillHeight: true
            Layout.preferredWidth: row.fits ? row.even : wanted + row.spare
            button: root.finish
            directional: true
            event: "finish"
            icon: "sign-out"
            onActed: (event, payload) => root.acted(event, payload)
        }
    }
}
