import "../components"

// Look for a procedure.
SearchFrame {
    chooseEvent: "choose_procedure"
}
