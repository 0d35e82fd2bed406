import "../components"

// Type the phone to which the reminder goes.
PhoneFrame {
}
