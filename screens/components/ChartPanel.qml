pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../theme"

// What a chart is of, what it comes to, and the chart.
Rectangle {
    id: root

    required property string title
    required property string about

    default property alias content: body.data
    readonly property real pad: Theme.mm(Theme.small ? 6 : 8)
    readonly property real bodyWidth: root.width - 2 * root.pad
    // All but the chart itself.
    readonly property real around: root.implicitHeight - body.implicitHeight

    border.color: Theme.colors.rule
    border.width: Theme.line
    color: Theme.colors.surface
    implicitHeight: column.implicitHeight + 2 * root.pad
    radius: Theme.rowRadius

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: root.pad
        spacing: Theme.mm(2)

        Words {
            Accessible.name: text
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            role: Theme.panelTitle
            text: root.title
        }

        Words {
            Accessible.name: text
            Accessible.role: Accessible.StaticText
            Layout.fillWidth: true
            color: Theme.colors.inkQuiet
            role: Theme.least
            text: root.about
            visible: text !== ""
        }

        Item {
            id: body

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.minimumHeight: implicitHeight
            Layout.topMargin: Theme.mm(3)
            implicitHeight: children.length > 0 ? children[0].implicitHeight : 0
        }
    }
}
