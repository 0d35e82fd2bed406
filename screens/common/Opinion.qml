pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// Five faces; then at most two taps of reasons.
ScreenFrame {
    id: root

    required property var faces
    required property string reasons_question
    required property var reasons
    required property var skip
    required property var send

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            spacing: Theme.gap

            Repeater {
                model: root.faces.length

                FaceChoice {
                    required property int index

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.mm(82)
                    Layout.preferredWidth: 1
                    choice: Pieces.at(root.faces, index)
                    event: "choose_face"
                    onActed: (event, payload) => root.act(event, payload)
                }
            }
        }

        Words {
            Layout.fillWidth: true
            Layout.topMargin: Theme.mm(12)
            role: Theme.choiceWide
            text: root.reasons_question
            visible: text !== ""
        }

        GridLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            Layout.topMargin: Theme.mm(5)
            columnSpacing: Theme.gutter
            columns: 2
            rowSpacing: Theme.gap

            Repeater {
                model: root.reasons.length

                ChoiceRow {
                    required property int index

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    choice: Pieces.at(root.reasons, index)
                    event: "toggle_reason"
                    onActed: (event, payload) => root.act(event, payload)
                }
            }
        }

        Item {
            Layout.fillHeight: true
        }

        RowLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            spacing: Theme.gutter

            SecondaryButton {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 44
                button: root.skip
                event: "skip_opinion"
                small: false
                onActed: (event, payload) => root.act(event, payload)
            }

            PrimaryButton {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 54
                button: root.send
                event: "send_opinion"
                onActed: (event, payload) => root.act(event, payload)
            }
        }
    }
}
