pragma ComponentBehavior: Bound

import "../components"

// The person has one for this.
TroubleFrame {}
