//! One closing handshake with a running endpoint: a case → a connection → its outcome.

use crate::Result;
use crate::cases::{Odd, REASON};
use crate::frame::{Body, close_payload};
use crate::messages::{Closed, Command};
use crate::outcomes::{Code, Received, Sent};
use crate::peer::Peer;
use crate::session::{Seen, Session, Verdict};

/// Lets the endpoint close with `number`.
pub fn send(session: &mut Session, number: Option<u16>) -> Result<Sent> {
    let mut peer = session.open()?;
    let mut seen = Seen::default();
    session.command(&Command::Close {
        code: number,
        reason: number.map(|_| REASON),
    })?;
    let limits = session.limits;
    session.watch(&mut peer, &mut seen, limits.close, false, |seen| {
        seen.verdict.is_some() && (seen.is_refused() || seen.frame.is_some() || seen.ended)
    })?;
    let frame = if seen.is_refused() {
        give_up(session, &mut peer, &mut seen)?
    } else {
        peer.finish();
        session.end(&mut peer, &mut seen)?;
        seen.frame
    };
    match seen.verdict {
        None => Err("timed out: it reported neither `accepted` nor `refused`".to_owned()),
        Some(verdict) => Ok(sent(number, verdict, frame.as_ref())),
    }
}

/// Ends a connection after the API refused to close it. A frame that was sent before counts; one that is sent now does
/// not. What answers a ping has sent all before that.
fn give_up(session: &mut Session, peer: &mut Peer, seen: &mut Seen) -> Result<Option<Body>> {
    if !seen.ended {
        // When it cannot be written the other side has ended the connection, which is seen next.
        let _ = peer.ping();
    }
    let limit = session.limits.refusal;
    session.watch(peer, seen, limit, false, |seen| {
        seen.has_answered_ping || seen.closed.is_some()
    })?;
    let frame = seen.frame.clone();
    if frame.is_none() && seen.closed.is_none() {
        session.command(&Command::Abandon)?;
        if session.is_client() {
            // Not every client can drop a connection, so the peer ends it. A server can drop it; if the peer ended it as
            // well, the server might accept the next connection before it reads the command.
            peer.finish();
        }
    }
    session.end(peer, seen)?;
    Ok(frame)
}

fn sent(number: Option<u16>, verdict: Verdict, frame: Option<&Body>) -> Sent {
    let code = frame.map(|body| in_frame(body, number));
    let reason = frame.and_then(other_reason);
    match (verdict, code) {
        (Verdict::Refused(error), code) => Sent::Refused { error, code },
        (Verdict::Accepted, None) => Sent::NoFrame,
        (Verdict::Accepted, Some(Code::Same)) => Sent::Sent { reason },
        (Verdict::Accepted, Some(Code::Empty)) if number.is_none() => Sent::Sent { reason },
        (Verdict::Accepted, Some(code)) => Sent::SentAs { code, reason },
    }
}

/// The reason in the frame, if it is not the one that was passed.
fn other_reason(body: &Body) -> Option<String> {
    match body {
        Body::Code(_, reason) if reason != REASON.as_bytes() => {
            Some(String::from_utf8_lossy(reason).into_owned())
        }
        _ => None,
    }
}

/// Sends the endpoint a Close frame with `number`.
pub fn receive(session: &mut Session, number: u16) -> Result<Received> {
    let payload = close_payload(number, REASON.as_bytes());
    let seen = receive_payload(session, &payload)?;
    Ok(received(seen, Some(number)))
}

/// Ends a connection with the endpoint in an odd way.
pub fn receive_odd(session: &mut Session, odd: Odd) -> Result<Received> {
    if let Some(payload) = odd.payload() {
        let seen = receive_payload(session, &payload)?;
        return Ok(received(seen, None));
    }
    let mut peer = session.open()?;
    if odd == Odd::Dropped {
        let mut seen = Seen::default();
        peer.finish();
        session.end(&mut peer, &mut seen)?;
        return Ok(received(seen, None));
    }
    peer.reset()?;
    let seen = session.end_without_peer()?;
    Ok(Received {
        answer: None,
        ..received(seen, None)
    })
}

fn receive_payload(session: &mut Session, payload: &[u8]) -> Result<Seen> {
    let mut peer = session.open()?;
    let mut seen = Seen::default();
    peer.close(payload)?;
    let limit = session.limits.answer;
    session.watch(&mut peer, &mut seen, limit, true, |seen| {
        seen.frame.is_some() || seen.ended
    })?;
    if seen.frame.is_some() && !session.is_client() {
        // The server has to end the connection first. A peer that is faster can change what the server reports.
        session.watch(&mut peer, &mut seen, limit, true, |seen| {
            seen.ended || seen.closed.is_some()
        })?;
    }
    peer.finish();
    session.end(&mut peer, &mut seen)?;
    Ok(seen)
}

fn received(seen: Seen, number: Option<u16>) -> Received {
    let answer = seen
        .frame
        .map_or(Code::Nothing, |body| in_frame(&body, number));
    let Closed {
        code,
        reason,
        clean,
        error,
    } = seen.closed.unwrap_or_default();
    // An implementation that fails the connection over the frame reports a number of its own, which may be equal.
    let came_in = reason.as_ref().is_none_or(|reason| reason == REASON);
    Received {
        code: code.map(|code| relative(code, number.filter(|_| came_in))),
        reason: reason.map(|reason| match number {
            Some(_) if reason == REASON => "same".to_owned(),
            _ => reason,
        }),
        clean,
        error,
        answer: Some(answer),
    }
}

/// What a Close frame carried, relative to `number`.
fn in_frame(body: &Body, number: Option<u16>) -> Code {
    match body {
        Body::Empty => Code::Empty,
        Body::OneByte => Code::OneByte,
        Body::Code(code, _) => relative(i32::from(*code), number),
    }
}

fn relative(code: i32, number: Option<u16>) -> Code {
    if number.map(i32::from) == Some(code) {
        Code::Same
    } else {
        Code::Number(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is recorded of an endpoint that received 1006, and reports the number with `reported`.
    fn code_with(reported: Option<&str>) -> Option<Code> {
        let closed = Closed {
            code: Some(1006),
            reason: reported.map(str::to_owned),
            ..Closed::default()
        };
        let seen = Seen {
            closed: Some(closed),
            ..Seen::default()
        };
        received(seen, Some(1006)).code
    }

    #[test]
    fn a_number_is_the_received_one_if_its_reason_is() {
        assert_eq!(code_with(Some(REASON)), Some(Code::Same));
        assert_eq!(code_with(None), Some(Code::Same));
        assert_eq!(code_with(Some("")), Some(Code::Number(1006)));
    }
}
