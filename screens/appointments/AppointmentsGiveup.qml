pragma ComponentBehavior: Bound

import "../components"

// Is it to be cancelled?
TroubleFrame {}
