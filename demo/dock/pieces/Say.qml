pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// Words of the dock.
Text {
    id: root

    property int size: 20
    property int weight: 500

    color: Colors.words
    font.family: "Atkinson Hyperlegible Next"
    font.hintingPreference: Font.PreferNoHinting
    font.pixelSize: root.size
    font.weight: root.weight
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
