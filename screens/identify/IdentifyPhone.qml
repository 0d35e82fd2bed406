import "../components"

// Type the telephone that is registered already.
PhoneFrame {
}
