//! Bytes → a number that tells them from others, the same in every run and on every machine.

/// FNV-1a: nobody is to be kept from finding two texts with one hash.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
