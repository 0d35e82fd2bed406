pragma ComponentBehavior: Bound

// The technician's: light, with a zone of ink, so that nobody takes it for a citizen's.
Light {
    onZoneQuiet: "#DCE6FF"
    plinth: "#0C1A45"
    plinthOutline: "#3D4F8F"
    zone: "#0C1A45"
    zoneArch: "#1B2B63"
}
