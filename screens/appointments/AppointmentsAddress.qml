pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

// The address, to be read once more.
ScreenFrame {
    id: root

    required property string mailbox
    required property string domain
    required property string held
    required property var correct
    required property var send

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        Rectangle {
            Accessible.name: root.mailbox + root.domain
            Accessible.role: Accessible.StaticText
            Layout.fillWidth: true
            Layout.preferredHeight: address.implicitHeight + 2 * Theme.mm(12)
            border.color: Theme.colors.rule
            border.width: Theme.line
            color: Theme.colors.surface
            radius: Theme.cardRadius

            Column {
                id: address

                anchors.left: parent.left
                anchors.margins: Theme.mm(10)
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter

                Repeater {
                    model: [root.mailbox, root.domain]

                    Words {
                        required property string modelData

                        Accessible.ignored: true
                        font.family: Theme.exact
                        role: Theme.choiceWide
                        text: modelData
                        textFormat: Text.PlainText
                        width: address.width
                        wrapMode: Text.WrapAnywhere
                    }
                }
            }
        }

        HeldLine {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            held: root.held
        }

        Item {
            Layout.fillHeight: true
        }

        SecondaryButton {
            Layout.fillWidth: true
            button: root.correct
            event: "correct_address"
            onActed: (event, payload) => root.act(event, payload)
        }

        PrimaryButton {
            Layout.fillWidth: true
            button: root.send
            event: "use_address"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
