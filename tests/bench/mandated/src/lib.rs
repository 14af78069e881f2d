//! Nothing: cargo compiles what this depends on, and that is measured.
