//! A program that speaks three protocols, each with close codes of its own.

mod chat;
mod discord_gateway;
mod graphql_transport_ws;

use chat::CloseCode;

/// Without a wildcard: the compiler says so when the chat gets another code.
fn notice(code: CloseCode) -> Option<&'static str> {
    match code {
        CloseCode::SessionExpired => Some("Please sign in again."),
        CloseCode::Removed => Some("A moderator removed you."),
        CloseCode::Replaced => Some("You connected from another device."),
        CloseCode::RateLimited => Some("Not so fast."),
        CloseCode::Invalid
        | CloseCode::NormalClosure
        | CloseCode::GoingAway
        | CloseCode::ProtocolError
        | CloseCode::UnsupportedData
        | CloseCode::NoStatusReceived
        | CloseCode::AbnormalClosure
        | CloseCode::InvalidFramePayloadData
        | CloseCode::PolicyViolation
        | CloseCode::MessageTooBig
        | CloseCode::MandatoryExtensionMissing
        | CloseCode::InternalServerError
        | CloseCode::ServiceRestart
        | CloseCode::TryAgainLater
        | CloseCode::BadGateway
        | CloseCode::TlsHandshakeFailure
        | CloseCode::Unauthorized
        | CloseCode::Forbidden
        | CloseCode::Timeout
        | CloseCode::Unnamed(_) => None,
    }
}

/// Which part of the chat has no capacity.
fn overloaded_part(code: CloseCode) -> Option<u16> {
    let is_in = code.is_overloaded();
    is_in.then(|| code.as_u16() - CloseCode::OVERLOADED.start())
}

fn main() {
    let number = 4004;
    let code = CloseCode::from(number);
    println!("chat: {code}, {}", notice(code).unwrap_or("?"));
    assert_eq!(overloaded_part(CloseCode::from(4117)), Some(17));
    assert_eq!(overloaded_part(code), None);
    println!(
        "discord: {}",
        discord_gateway::CloseCode::from(number).label()
    );
    println!(
        "graphql: {}",
        graphql_transport_ws::CloseCode::from(number).label()
    );
}
