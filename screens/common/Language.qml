pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// Which language the kiosk speaks: the town's own first, the others in two columns.
ScreenFrame {
    id: root

    required property var choices
    required property var other
    required property string official
    required property var contrast

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        LanguageFirst {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Theme.mm(56)
            Layout.minimumHeight: Theme.touch(25)
            Layout.preferredHeight: Theme.mm(56)
            choice: Pieces.at(root.choices, 0)
            event: "choose_language"
            onActed: (event, payload) => root.act(event, payload)
        }

        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Math.ceil(root.choices.length / 2) * Theme.mm(58)
            Layout.topMargin: Theme.gap
            columnSpacing: Theme.gutter
            columns: 2
            rowSpacing: Theme.gap

            Repeater {
                model: Math.max(0, root.choices.length - 1)

                LanguageCard {
                    required property int index

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.maximumHeight: Theme.mm(52)
                    Layout.minimumHeight: Theme.touch(25)
                    Layout.preferredHeight: Theme.mm(52)
                    Layout.preferredWidth: 1
                    choice: Pieces.at(root.choices, index + 1)
                    event: "choose_language"
                    onActed: (event, payload) => root.act(event, payload)
                }
            }

            OtherWay {
                Layout.columnSpan: root.choices.length % 2 === 1 ? 2 : 1
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumHeight: Theme.mm(52)
                Layout.minimumHeight: Theme.touch(25)
                Layout.preferredHeight: Theme.mm(52)
                Layout.preferredWidth: 1
                button: root.other
                event: "other_language"
                onActed: (event, payload) => root.act(event, payload)
            }
        }

        Words {
            Layout.fillWidth: true
            Layout.topMargin: Theme.mm(8)
            color: Theme.colors.inkQuiet
            role: Theme.body
            text: root.official
            visible: text !== ""
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }

        Loader {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            active: root.contrast !== undefined && root.contrast !== null
            visible: active

            sourceComponent: SecondaryButton {
                button: root.contrast
                event: "contrast"
                onActed: (event, payload) => root.act(event, payload)
            }
        }
    }
}
