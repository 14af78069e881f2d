//! A program of somebody else.

use close_codes::{After, CloseCode, CodeRange, Reconnect, SentBy};

const RESTART: CloseCode = CloseCode::from_u16(1012);
const WIRE: Option<u16> = RESTART.wire_code();

fn advice(code: CloseCode) -> String {
    match code.reconnect() {
        Reconnect::Never => "stay away".to_owned(),
        Reconnect::Immediately | Reconnect::Backoff => {
            let delay = code.retry_after(0, 0.5).unwrap_or_default();
            format!("wait {}s", delay.as_secs_f64())
        }
    }
}

fn main() {
    assert!(matches!(RESTART, CloseCode::ServiceRestart));
    assert_eq!(WIRE, Some(1012));
    assert_eq!(RESTART.sent_by(), SentBy::Server);
    assert_eq!(CloseCode::Unauthorized.after(), Some(After::NewCredentials));
    assert_eq!(CloseCode::from(4123).code_range(), CodeRange::Private);
    for number in [1012, 4123, 1008] {
        let code = CloseCode::from(number);
        println!("{code}: {}", advice(code));
    }
}
