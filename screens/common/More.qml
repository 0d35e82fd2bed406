pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import "../theme"

// Anything else? Yes, or no.
ScreenFrame {
    id: root

    required property var yes
    required property var no
    required property var turn
    required property var notice

    readonly property real below: (notice.says ? notice.height + Theme.gutter : 0) + (unneeded.active ? unneeded.height + Theme.gutter : 0)
    readonly property real cardHeight: Math.min(Theme.mm(96), (root.paper.height - root.below - Theme.gutter) / 2)

    door: 4

    ChoiceCard {
        anchors.left: parent.left
        anchors.right: parent.right
        big: true
        choice: root.yes
        event: "want_more"
        height: root.cardHeight
        payload: ""
        onActed: (event, payload) => root.act(event, payload)
    }

    ChoiceCard {
        anchors.left: parent.left
        anchors.right: parent.right
        big: true
        choice: root.no
        event: "no_more"
        height: root.cardHeight
        payload: ""
        y: root.cardHeight + Theme.gutter
        onActed: (event, payload) => root.act(event, payload)
    }

    Loader {
        id: unneeded

        active: root.turn !== undefined && root.turn !== null
        anchors.left: parent.left
        anchors.right: parent.right
        y: 2 * (root.cardHeight + Theme.gutter)

        sourceComponent: SecondaryButton {
            button: root.turn
            event: "no_turn_needed"
            onActed: (event, payload) => root.act(event, payload)
        }
    }

    Notice {
        id: notice

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: implicitHeight
        notice: root.notice
    }
}
