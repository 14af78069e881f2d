//! An endpoint in a role → its entry in the data, from fresh measurements only.

use crate::Outcome;
use crate::cases::{Limits, Odd, numbers};
use crate::data::Entry;
use crate::endpoints::Endpoint;
use crate::measurement::{receive, receive_odd, send};
use crate::protocol::Role;
use crate::rows::{OddReceived, join};
use crate::session::Session;

/// Measures `endpoint` in `role`: all cases, or none.
pub fn measure(endpoint: &Endpoint, role: Role, limits: Limits) -> Outcome<Entry> {
    let mut session = start(endpoint, role, limits)?;
    let mut sends = Vec::new();
    let mut receives = Vec::new();
    for number in numbers() {
        let sent = send(&mut session, Some(number));
        sends.push((
            number,
            sent.map_err(|error| format!("asked to send {number}: {error}"))?,
        ));
    }
    let sends_no_code =
        send(&mut session, None).map_err(|error| format!("asked to send no code: {error}"))?;
    for number in numbers() {
        let told = receive(&mut session, number);
        receives.push((
            number,
            told.map_err(|error| format!("sent {number}: {error}"))?,
        ));
    }
    let mut odd = measure_odd(&mut session)?;
    if !endpoint.answers_alike {
        let [empty, one_byte, reason] =
            [&mut odd.empty, &mut odd.one_byte, &mut odd.reason_not_utf8];
        let ends = [empty, one_byte, reason, &mut odd.dropped, &mut odd.reset];
        let all = receives
            .iter_mut()
            .map(|(_, received)| received)
            .chain(ends);
        all.for_each(|received| received.answer = None);
    }
    Ok(Entry {
        name: endpoint.name.to_owned(),
        language: endpoint.language.to_owned(),
        version: session.ready.version.clone(),
        role,
        measured: true,
        identifiers: endpoint.identifiers()?,
        sends: join(sends),
        sends_no_code,
        receives: join(receives),
        receives_odd: odd,
    })
}

fn measure_odd(session: &mut Session) -> Outcome<OddReceived> {
    let mut measure = |odd: Odd| {
        receive_odd(session, odd).map_err(|error| format!("sent an odd end, {odd:?}: {error}"))
    };
    Ok(OddReceived {
        empty: measure(Odd::Empty)?,
        one_byte: measure(Odd::OneByte)?,
        reason_not_utf8: measure(Odd::ReasonNotUtf8)?,
        dropped: measure(Odd::Dropped)?,
        reset: measure(Odd::Reset)?,
    })
}

/// Starts `endpoint` in `role`, and holds what it says of itself against what the project says of it.
pub fn start(endpoint: &Endpoint, role: Role, limits: Limits) -> Outcome<Session> {
    let session = Session::start(endpoint.command, role, &endpoint.path(), limits)?;
    let ready = &session.ready;
    if ready.implementation != endpoint.name {
        return Err(format!("it calls itself {:?}", ready.implementation));
    }
    if let Some(own) = &ready.identifiers
        && *own != endpoint.identifiers()?
    {
        return Err(format!(
            "its identifiers.json differs from its own names, {own:?}"
        ));
    }
    Ok(session)
}
