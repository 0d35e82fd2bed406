pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// The cells of a code, with a gap in the middle. Always left to right.
Item {
    id: root

    required property var digits
    property bool wrong: false

    readonly property int count: root.digits.length
    readonly property int typed: root.digits.filter(digit => digit !== "").length
    readonly property real gap: Theme.mm(4.4)
    readonly property real middle: Theme.mm(14.4)
    readonly property real cell: Math.min(Theme.mm(35.5), (root.width - (root.count - 2) * root.gap - root.middle) / root.count)
    readonly property real all: root.count * root.cell + (root.count - 2) * root.gap + root.middle

    Accessible.name: root.digits.join(" ")
    Accessible.role: Accessible.StaticText
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    implicitHeight: Theme.mm(41)

    Repeater {
        model: root.count

        DigitField {
            required property int index

            current: index === root.typed
            digit: root.digits[index] ?? ""
            height: root.height
            width: Math.round(root.cell)
            wrong: root.wrong
            x: Math.round((root.width - root.all) / 2 + index * (root.cell + root.gap) + (index >= root.count / 2 ? root.middle - root.gap : 0))
        }
    }
}
