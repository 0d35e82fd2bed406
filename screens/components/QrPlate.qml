pragma ComponentBehavior: Bound

import QtQuick

// A QR code on its white plate, in whole dots a module.
Rectangle {
    id: root

    // A data URI of a PNG, one pixel a module, quiet zone included; or empty.
    required property string picture
    // What it leads to.
    required property string address
    // The most that a side may measure.
    required property real room

    readonly property bool there: root.picture !== ""

    color: "white"
    implicitHeight: code.height
    implicitWidth: code.width

    Image {
        id: code

        readonly property int module: Math.max(1, Math.floor(root.room / Math.max(1, implicitWidth)))

        Accessible.name: root.address
        Accessible.role: Accessible.Graphic
        anchors.centerIn: parent
        cache: false
        height: width
        smooth: false
        source: root.there ? "image://data/" + encodeURIComponent(root.picture) : ""
        visible: root.there
        width: root.there ? implicitWidth * module : 0
    }
}
