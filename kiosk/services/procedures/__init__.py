"""The town hall's procedures, looked up: what to bring, what it costs, where."""
