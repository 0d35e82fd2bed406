import "../components"

// The code that says who it is.
CodeFrame {
}
