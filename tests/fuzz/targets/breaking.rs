//! Two specs with a NUL between them → what the newer one breaks.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tests::fuzzed::breaking(bytes));
