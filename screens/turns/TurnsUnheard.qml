pragma ComponentBehavior: Bound

import "../components"

// It will be given back once the seu hears it.
TroubleFrame {}
