pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// A QR on white, in whole dots a module, at most `most` wide.
Rectangle {
    id: root

    // A data URI of a PNG with one pixel a module, quiet zone included; empty: nothing is drawn.
    required property string qr
    required property string spoken
    property real most: Theme.mm(60)

    color: "white"
    height: width
    visible: root.qr !== ""
    width: visible ? code.width : 0

    Image {
        id: code

        readonly property int module: Math.max(1, Math.floor(root.most / Math.max(1, implicitWidth)))

        Accessible.name: root.spoken
        Accessible.role: Accessible.Graphic
        anchors.centerIn: parent
        cache: false
        height: width
        smooth: false
        source: root.qr === "" ? "" : "image://data/" + encodeURIComponent(root.qr)
        visible: root.qr !== ""
        width: implicitWidth * module
    }
}
