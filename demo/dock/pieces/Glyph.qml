pragma ComponentBehavior: Bound

import QtQuick
import "../theme"
import "../icons/Icons.js" as Icons

// A Phosphor icon, by its name.
Text {
    id: root

    required property string name
    property int size: 28

    width: root.size
    height: root.size
    Accessible.ignored: true
    color: Colors.chosen
    font.family: "Zona Blava Dock Icons"
    font.hintingPreference: Font.PreferNoHinting
    font.pixelSize: root.size
    horizontalAlignment: Text.AlignHCenter
    text: Icons.glyph(root.name)
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
