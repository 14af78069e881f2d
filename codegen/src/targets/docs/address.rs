//! A URL of a spec → one that cannot end the link around it, in any format.

/// `url` with percent-encoding for all but printable ASCII, and for what ends a link in Markdown.
pub(super) fn address(url: &str) -> String {
    let mut address = String::with_capacity(url.len());
    for c in url.chars() {
        if c.is_ascii_graphic() && !"()<>\\`|\"".contains(c) {
            address.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                address.extend(["%", &format!("{byte:02X}")]);
            }
        }
    }
    address
}
