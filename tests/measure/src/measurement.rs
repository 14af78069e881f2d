//! An endpoint in a role → its entry in the data, from fresh outcomes only.

use crate::Result;
use crate::cases::{Limits, Odd, numbers};
use crate::data::Entry;
use crate::endpoints::Endpoint;
use crate::exchange::{receive, receive_odd, send};
use crate::identifiers;
use crate::messages::Role;
use crate::outcomes::{OddReceived, Received};
use crate::ranges::join;
use crate::session::Session;

/// Measures `endpoint` in `role`: all cases, or none.
pub fn measure(endpoint: &Endpoint, role: Role, limits: Limits) -> Result<Entry> {
    let mut session = start(endpoint, role, limits)?;
    let sends = each_number(|number| {
        send(&mut session, Some(number)).map_err(|error| format!("sending {number}: {error}"))
    })?;
    let sends_no_code =
        send(&mut session, None).map_err(|error| format!("closing without a code: {error}"))?;
    let mut receives = each_number(|number| {
        receive(&mut session, number).map_err(|error| format!("receiving {number}: {error}"))
    })?;
    let mut receives_odd = receive_all_odd(&mut session)?;
    if endpoint.answer_varies.contains(&role) {
        forget_answers(&mut receives, &mut receives_odd);
    }
    Ok(Entry {
        name: endpoint.name.clone(),
        language: endpoint.language.clone(),
        version: session.ready.version.clone(),
        role,
        source: endpoint.source.clone(),
        note: endpoint.note.clone(),
        sends: join(sends),
        sends_no_code,
        receives: join(receives),
        receives_odd,
    })
}

fn each_number<T>(mut outcome: impl FnMut(u16) -> Result<T>) -> Result<Vec<(u16, T)>> {
    let mut outcomes = Vec::new();
    for number in numbers() {
        outcomes.push((number, outcome(number)?));
    }
    Ok(outcomes)
}

fn receive_all_odd(session: &mut Session) -> Result<OddReceived> {
    let mut receive =
        |odd: Odd| receive_odd(session, odd).map_err(|error| format!("receiving {odd:?}: {error}"));
    Ok(OddReceived {
        empty: receive(Odd::Empty)?,
        one_byte: receive(Odd::OneByte)?,
        reason_not_utf8: receive(Odd::ReasonNotUtf8)?,
        dropped: receive(Odd::Dropped)?,
        reset: receive(Odd::Reset)?,
    })
}

fn forget_answers(receives: &mut [(u16, Received)], odd: &mut OddReceived) {
    let odd = [
        &mut odd.empty,
        &mut odd.one_byte,
        &mut odd.reason_not_utf8,
        &mut odd.dropped,
        &mut odd.reset,
    ];
    let all = receives.iter_mut().map(|(_, received)| received).chain(odd);
    all.for_each(|received| received.answer = None);
}

/// Starts `endpoint` in `role`, and compares what it reports about itself with what the project knows.
pub fn start(endpoint: &Endpoint, role: Role, limits: Limits) -> Result<Session> {
    let session = Session::start(&endpoint.run, role, &endpoint.folder, limits)?;
    let ready = &session.ready;
    if ready.implementation != endpoint.name {
        let (folder, name) = (&endpoint.name, &ready.implementation);
        return Err(format!(
            "the folder is named {folder:?}, but the program reports {name:?}"
        ));
    }
    identifiers::check(endpoint, ready.identifiers.as_ref())?;
    Ok(session)
}
