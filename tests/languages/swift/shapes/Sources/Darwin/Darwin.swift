// Empty: it is here so that canImport(Darwin) is true.
