//! A program that includes the file where a build script might have put it.

mod codes {
    include!("generated.rs");
}

use codes::CloseCode;

/// Without a wildcard: the compiler says so when a code is added.
fn is_local(code: CloseCode) -> bool {
    match code {
        CloseCode::Invalid
        | CloseCode::NoStatusReceived
        | CloseCode::AbnormalClosure
        | CloseCode::TlsHandshakeFailure => true,
        CloseCode::NormalClosure
        | CloseCode::GoingAway
        | CloseCode::ProtocolError
        | CloseCode::UnsupportedData
        | CloseCode::InvalidFramePayloadData
        | CloseCode::PolicyViolation
        | CloseCode::MessageTooBig
        | CloseCode::MandatoryExtensionMissing
        | CloseCode::InternalServerError
        | CloseCode::ServiceRestart
        | CloseCode::TryAgainLater
        | CloseCode::BadGateway
        | CloseCode::Unauthorized
        | CloseCode::Forbidden
        | CloseCode::Timeout
        | CloseCode::Unnamed(_) => false,
    }
}

fn main() {
    let code = CloseCode::OWN[0];
    assert!(is_local(code));
    println!("own: {}", code.label());
}
