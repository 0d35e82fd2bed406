import "../components"

// Type where one wants to go.
SearchFrame {
    chooseEvent: "choose_office"
}
