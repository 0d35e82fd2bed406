pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// How far a thing is, by true figures only.
Item {
    id: root

    required property string title
    required property int percent

    Accessible.name: root.title
    Accessible.role: Accessible.ProgressBar
    implicitHeight: figure.implicitHeight + Theme.mm(2) + trough.height

    Words {
        anchors.baseline: figure.baseline
        anchors.left: parent.left
        anchors.right: figure.left
        anchors.rightMargin: Theme.mm(4.4)
        role: Theme.choiceWide
        text: root.title
    }

    Words {
        id: figure

        anchors.right: parent.right
        color: Theme.colors.action
        font.features: { "tnum": 1 }
        role: Theme.percentage
        text: root.percent + " %"
        wrapMode: Text.NoWrap
    }

    Rectangle {
        id: trough

        anchors.bottom: parent.bottom
        border.color: Theme.colors.outline
        border.width: Theme.bold
        color: Theme.colors.trough
        height: Theme.mm(12)
        radius: height / 2
        width: parent.width

        Rectangle {
            anchors.left: parent.left
            anchors.margins: Theme.bold
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colors.action
            height: parent.height - 2 * Theme.bold
            radius: height / 2
            visible: root.percent > 0
            width: Math.max(height, (parent.width - 2 * Theme.bold) * Math.min(100, root.percent) / 100)

            Behavior on width {
                enabled: !Theme.calm

                NumberAnimation {
                    duration: 120
                }
            }
        }
    }
}
