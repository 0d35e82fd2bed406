"""The client of the seu, over real connections, to servers that keep the contract and servers that do not."""
