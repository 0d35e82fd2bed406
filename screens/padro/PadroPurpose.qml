pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// What the document is for, and its language.
ScreenFrame {
    id: root

    required property var purposes
    required property string language_question
    required property var languages
    required property string least
    required property var send

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        GridLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            columnSpacing: Theme.gutter
            columns: Theme.landscape && root.purposes.length > 4 ? 3 : 2
            rowSpacing: Theme.mm(5.5)
            uniformCellHeights: true

            Repeater {
                model: root.purposes.length

                ChoiceRow {
                    required property int index

                    Accessible.role: Accessible.RadioButton
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredHeight: Math.max(implicitHeight, Theme.mm(37.7))
                    Layout.preferredWidth: 1
                    choice: Pieces.at(root.purposes, index)
                    event: "choose_purpose"
                    onActed: (event, payload) => root.act(event, payload)
                }
            }
        }

        Words {
            Layout.fillWidth: true
            Layout.topMargin: Theme.mm(12)
            role: Theme.heading
            text: root.language_question
        }

        RowLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            Layout.topMargin: Theme.mm(5)
            spacing: Theme.gutter

            Repeater {
                model: root.languages.length

                ChoiceRow {
                    required property int index

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    choice: Pieces.at(root.languages, index)
                    event: "choose_document_language"
                    radio: true
                    onActed: (event, payload) => root.act(event, payload)
                }
            }
        }

        Item {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(eye.height, least.implicitHeight)
            Layout.topMargin: Theme.mm(8)
            visible: root.least !== ""

            Icon {
                id: eye

                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colors.inkQuiet
                name: "eye-slash"
                size: Theme.mm(14.4)
            }

            MarkedWords {
                id: least

                anchors.left: eye.right
                anchors.leftMargin: Theme.mm(6.6)
                room: parent.width - eye.width - Theme.mm(6.6)
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colors.inkQuiet
                marked: root.least
                role: Theme.body
            }
        }

        Item {
            Layout.fillHeight: true
        }

        PrimaryButton {
            Layout.fillWidth: true
            button: root.send
            event: "print_document"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
