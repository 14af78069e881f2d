//! Frames of RFC 6455 section 5.2 as bytes, and the bodies of Close frames with any number, valid or not.

/// The opcode of a Close frame.
pub const CLOSE: u8 = 0x8;

/// The opcode of a text message.
pub const TEXT: u8 = 0x1;

/// The opcode of a binary message.
pub const BINARY: u8 = 0x2;

/// The opcode of a Ping frame.
pub const PING: u8 = 0x9;

/// The opcode of a Pong frame.
pub const PONG: u8 = 0xa;

/// The key that our frames are masked with in the client's role. It need not be a secret here.
pub const MASK: [u8; 4] = [0x37, 0xfa, 0x21, 0x3d];

/// An endpoint has no reason to send a longer frame.
const MAX_PAYLOAD: usize = 1 << 16;

/// A frame, unmasked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// What kind of frame it is.
    pub opcode: u8,
    /// What it carries.
    pub payload: Vec<u8>,
}

/// The payload of a Close frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// No bytes: no code was given.
    Empty,
    /// One byte, which is not a code.
    OneByte,
    /// Two bytes or more.
    Code(u16, Vec<u8>),
}

impl Body {
    /// Parses `payload`.
    #[must_use]
    pub fn of(payload: &[u8]) -> Self {
        match payload {
            [] => Self::Empty,
            [_] => Self::OneByte,
            [high, low, reason @ ..] => {
                Self::Code(u16::from_be_bytes([*high, *low]), reason.into())
            }
        }
    }

    /// Writes a payload that parses to the same.
    #[must_use]
    pub fn payload(&self) -> Vec<u8> {
        match self {
            Self::Empty => Vec::new(),
            Self::OneByte => vec![0],
            Self::Code(code, reason) => close_payload(*code, reason),
        }
    }
}

/// The payload of a Close frame with `code` and `reason`.
#[must_use]
pub fn close_payload(code: u16, reason: &[u8]) -> Vec<u8> {
    [&code.to_be_bytes(), reason].concat()
}

/// The bytes of one whole frame.
///
/// # Panics
///
/// When the payload has 64 KiB or more, which nothing here sends.
#[must_use]
pub fn whole(opcode: u8, payload: &[u8], mask: Option<[u8; 4]>) -> Vec<u8> {
    let length = u16::try_from(payload.len()).expect("a payload has less than 64 KiB");
    let masks = if mask.is_some() { 0x80 } else { 0 };
    let mut bytes = vec![0x80 | opcode];
    let [high, low] = length.to_be_bytes();
    if length <= 125 {
        bytes.push(masks | low);
    } else {
        bytes.extend([masks | 0x7e, high, low]);
    }
    match mask {
        Some(key) => {
            bytes.extend(key);
            bytes.extend(masked(payload, key));
        }
        None => bytes.extend(payload),
    }
    bytes
}

/// The first frame in `bytes` and how many bytes it takes, or nothing while bytes are missing.
pub fn first(bytes: &[u8]) -> Result<Option<(Frame, usize)>, String> {
    let [start, second, rest @ ..] = bytes else {
        return Ok(None);
    };
    let Some((length, taken)) = payload_length(second & 0x7f, rest) else {
        return Ok(None);
    };
    if length > MAX_PAYLOAD {
        return Err(format!("a frame claims a payload of {length} bytes"));
    }
    let masks = second & 0x80 != 0;
    let header = 2 + taken + if masks { 4 } else { 0 };
    let Some(payload) = bytes.get(header..header + length) else {
        return Ok(None);
    };
    let payload = match bytes[header - 4 * usize::from(masks)..header] {
        [a, b, c, d] => masked(payload, [a, b, c, d]),
        _ => payload.to_vec(),
    };
    let opcode = start & 0x0f;
    Ok(Some((Frame { opcode, payload }, header + length)))
}

/// The length of a payload and how many bytes after the second one encode it.
fn payload_length(short: u8, rest: &[u8]) -> Option<(usize, usize)> {
    match short {
        126 => {
            let bytes = rest.first_chunk::<2>()?;
            Some((usize::from(u16::from_be_bytes(*bytes)), 2))
        }
        127 => {
            let bytes = rest.first_chunk::<8>()?;
            let length = u64::from_be_bytes(*bytes);
            Some((usize::try_from(length).unwrap_or(usize::MAX), 8))
        }
        _ => Some((usize::from(short), 0)),
    }
}

fn masked(payload: &[u8], key: [u8; 4]) -> Vec<u8> {
    payload
        .iter()
        .zip(key.iter().cycle())
        .map(|(byte, key)| byte ^ key)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of RFC 6455 section 5.7: "Hello" as a masked and as a plain frame.
    #[test]
    fn reads_the_examples_of_the_standard() {
        let masked = [
            0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58,
        ];
        let plain = [0x81, 0x05, 0x48, 0x65, 0x6c, 0x6c, 0x6f];
        for bytes in [&masked[..], &plain] {
            let (frame, taken) = first(bytes).unwrap().unwrap();
            assert_eq!((frame.opcode, taken), (1, bytes.len()));
            assert_eq!(frame.payload, b"Hello");
        }
    }

    #[test]
    fn writes_what_it_reads_in_any_portion() {
        for mask in [None, Some(MASK)] {
            let bytes = whole(CLOSE, &close_payload(1014, b"bye"), mask);
            for portion in 0..bytes.len() {
                assert_eq!(first(&bytes[..portion]), Ok(None));
            }
            let (frame, _) = first(&bytes).unwrap().unwrap();
            assert_eq!(Body::of(&frame.payload), Body::Code(1014, b"bye".into()));
            let long = whole(TEXT, &[b'x'; 126], mask);
            assert_eq!(first(&long).unwrap().unwrap().0.payload, [b'x'; 126]);
        }
    }

    #[test]
    fn reads_long_lengths_and_refuses_huge_ones() {
        let long = [&[0x82, 126, 1, 0][..], &[7; 256]].concat();
        assert_eq!(first(&long).unwrap().unwrap().1, 260);
        let huge = [0x82, 127, 1, 0, 0, 0, 0, 0, 0, 0];
        assert!(first(&huge).is_err());
    }
}
