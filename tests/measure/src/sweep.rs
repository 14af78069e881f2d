//! All 65536 numbers through one endpoint, compared with the ranges that were measured by a few numbers.

use std::fmt::Debug;
use std::time::Duration;

use crate::Result;
use crate::cases::Limits;
use crate::data::Entry;
use crate::endpoints::Endpoint;
use crate::exchange::{receive, send};
use crate::measurement::start;
use crate::messages::Role;
use crate::ranges::{Ranged, find, join};
use crate::session::Session;

/// What a sweep found.
#[derive(Debug, Default)]
pub struct Swept {
    /// The ranges of all numbers, one a line.
    pub ranges: Vec<String>,
    /// The numbers that behave differently from what the recorded range says, one a line.
    pub differences: Vec<String>,
}

/// Sweeps `endpoint` in `role`.
pub fn sweep(endpoint: &Endpoint, role: Role, entry: &Entry) -> Result<Swept> {
    let limits = Limits {
        total: Duration::from_hours(1),
        ..Limits::default()
    };
    let mut session = start(endpoint, role, limits)?;
    let mut swept = Swept::default();
    let sends = all(&mut session, |session, number| send(session, Some(number)))?;
    swept.add("sends", &sends, &entry.sends);
    let receives = all(&mut session, |session, number| {
        let mut received = receive(session, number)?;
        if endpoint.answer_varies.contains(&role) {
            received.answer = None;
        }
        Ok(received)
    })?;
    swept.add("receives", &receives, &entry.receives);
    Ok(swept)
}

fn all<T: PartialEq>(
    session: &mut Session,
    outcome: impl Fn(&mut Session, u16) -> Result<T>,
) -> Result<Vec<Ranged<T>>> {
    let outcomes: Result<Vec<_>> = (0..=u16::MAX)
        .map(|number| {
            let outcome = outcome(session, number).map_err(|error| format!("{number}: {error}"))?;
            Ok((number, outcome))
        })
        .collect();
    Ok(join(outcomes?))
}

impl Swept {
    fn add<T: PartialEq + Debug>(
        &mut self,
        what: &str,
        swept: &[Ranged<T>],
        recorded: &[Ranged<T>],
    ) {
        for Ranged { range, outcome } in swept {
            let line = format!("{what} {}-{}: {outcome:?}", range.from, range.to);
            self.ranges.push(line);
        }
        for number in 0..=u16::MAX {
            let (is, recorded) = (find(swept, number), find(recorded, number));
            if recorded.is_some() && is != recorded {
                let line = format!("{what} {number}: is {is:?}, recorded {recorded:?}");
                self.differences.push(line);
            }
        }
    }
}
