//! One case after the other on a running endpoint: a case → a connection → what became of it.

use crate::Outcome;
use crate::cases::{Odd, REASON};
use crate::frame::{Body, close_payload};
use crate::peer::Peer;
use crate::protocol::{Closed, Command};
use crate::rows::{Code, Received, Sent, Word};
use crate::session::{Seen, Session, Verdict};

/// Asks the endpoint to close with `number`.
pub fn send(session: &mut Session, number: Option<u16>) -> Outcome<Sent> {
    let mut peer = session.open()?;
    let mut seen = Seen::default();
    session.tell(&Command::Close {
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
        None => Err("it hangs: it does not say what the API said to a close".to_owned()),
        Some(verdict) => Ok(sent(number, verdict, frame.as_ref())),
    }
}

/// Ends a connection that the API did not close. A frame that is written before counts, one that is written now does not.
fn give_up(session: &mut Session, peer: &mut Peer, seen: &mut Seen) -> Outcome<Option<Body>> {
    let limit = session.limits.refusal;
    session.watch(peer, seen, limit, false, |seen| seen.closed.is_some())?;
    let frame = seen.frame.clone();
    if frame.is_none() && seen.closed.is_none() {
        session.tell(&Command::Abandon)?;
        if session.is_client() {
            // Not every client can drop a connection: then this end is what it notices. A server can, and would be told
            // of this end and accept the next connection before it reads the command.
            peer.finish();
        }
    }
    session.end(peer, seen)?;
    Ok(frame)
}

fn sent(number: Option<u16>, verdict: Verdict, frame: Option<&Body>) -> Sent {
    let code = frame.map(|body| on_wire(body, number));
    let reason = frame.and_then(other_reason);
    match (verdict, code) {
        (Verdict::Refused(error), code) => Sent::Refused { error, code },
        (Verdict::Accepted, None) => Sent::NoFrame,
        (Verdict::Accepted, Some(Code::Word(Word::Same))) => Sent::Sent { reason },
        (Verdict::Accepted, Some(Code::Word(Word::Empty))) if number.is_none() => {
            Sent::Sent { reason }
        }
        (Verdict::Accepted, Some(code)) => Sent::SentAs { code, reason },
    }
}

/// The reason beside a code, if it is not the one that was passed.
fn other_reason(body: &Body) -> Option<String> {
    match body {
        Body::Code(_, reason) if reason != REASON.as_bytes() => {
            Some(String::from_utf8_lossy(reason).into_owned())
        }
        _ => None,
    }
}

/// Sends the endpoint a Close frame with `number`.
pub fn receive(session: &mut Session, number: u16) -> Outcome<Received> {
    let payload = close_payload(number, REASON.as_bytes());
    let seen = receive_payload(session, &payload)?;
    Ok(received(seen, Some(number)))
}

/// Ends a connection with the endpoint in an odd way.
pub fn receive_odd(session: &mut Session, odd: Odd) -> Outcome<Received> {
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

fn receive_payload(session: &mut Session, payload: &[u8]) -> Outcome<Seen> {
    let mut peer = session.open()?;
    let mut seen = Seen::default();
    peer.close(payload)?;
    let limit = session.limits.answer;
    session.watch(&mut peer, &mut seen, limit, true, |seen| {
        seen.frame.is_some() || seen.ended
    })?;
    peer.finish();
    session.end(&mut peer, &mut seen)?;
    Ok(seen)
}

fn received(seen: Seen, number: Option<u16>) -> Received {
    let answer = seen
        .frame
        .map_or(Code::Word(Word::Nothing), |body| on_wire(&body, number));
    let Closed {
        code,
        reason,
        clean,
        error,
    } = seen.closed.unwrap_or_default();
    Received {
        code: code.map(|code| relative(code, number)),
        reason: reason.map(|reason| match number {
            Some(_) if reason == REASON => "same".to_owned(),
            _ => reason,
        }),
        clean,
        error,
        answer: Some(answer),
    }
}

/// What stood on the wire, as seen from the row of `number`.
fn on_wire(body: &Body, number: Option<u16>) -> Code {
    match body {
        Body::Empty => Code::Word(Word::Empty),
        Body::OneByte => Code::Word(Word::OneByte),
        Body::Code(code, _) => relative(i32::from(*code), number),
    }
}

fn relative(code: i32, number: Option<u16>) -> Code {
    if number.map(i32::from) == Some(code) {
        Code::Word(Word::Same)
    } else {
        Code::Number(code)
    }
}
