import "../components"

// Look for an office.
SearchFrame {
    chooseEvent: "choose_office"
}
