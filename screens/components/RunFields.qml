pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// The cells of what is copied letter by letter. Always left to right.
Item {
    id: root

    required property var run
    property bool wrong: false
    // What is said of it; the letters themselves, but for those that nobody may hear.
    property string spoken: root.run.join(" ")

    readonly property int count: root.run.length
    readonly property int typed: root.run.filter(letter => letter !== "").length
    readonly property real gap: Theme.mm(2.8)
    readonly property real cell: Math.min(Theme.mm(35.5), (root.width - (root.count - 1) * root.gap) / root.count)
    readonly property real all: root.count * root.cell + (root.count - 1) * root.gap

    Accessible.name: root.spoken
    Accessible.role: Accessible.StaticText
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Repeater {
        model: root.count

        DigitField {
            required property int index

            current: index === root.typed
            digit: root.run[index] ?? ""
            exact: true
            height: root.height
            width: Math.round(root.cell)
            wrong: root.wrong
            x: Math.round((root.width - root.all) / 2 + index * (root.cell + root.gap))
        }
    }
}
