pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

// The chip is being read: the card stays where it is.
ScreenFrame {
    id: root

    required property string title
    required property int percent
    required property var steps
    required property var notice
    required property var stop

    arcade: Theme.landscape
    drawing: Theme.landscape ? null : picture
    drawingTop: Theme.questionTop + Theme.mm(5)
    drawingWidth: Theme.landscape ? 0 : Theme.mm(86)

    Component {
        id: picture

        ReaderDrawing {
            height: width
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        Panel {
            Layout.fillWidth: true
            Layout.preferredHeight: bar.implicitHeight + Theme.mm(13.3) + steps.implicitHeight + 2 * pad
            pad: Theme.mm(15.5)

            Progress {
                id: bar

                anchors.left: parent.left
                anchors.right: parent.right
                percent: root.percent
                title: root.title
            }

            WaitSteps {
                id: steps

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: bar.bottom
                anchors.topMargin: Theme.mm(13.3)
                steps: root.steps
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

        SecondaryButton {
            Layout.fillWidth: true
            button: root.stop
            event: "stop_reading"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
