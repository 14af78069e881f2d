//! A spec → its report, or its warnings and outputs.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tests::fuzzed::outputs(bytes));
