"""The records as frozen, typed values: one key of the contract is one attribute."""
