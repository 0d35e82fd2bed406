import "../components"

// The code that opens what one has booked.
CodeFrame {
}
