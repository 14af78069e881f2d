//! All 65536 numbers through one endpoint, held against the rows that the few measured numbers made.

use std::fmt::Debug;
use std::time::Duration;

use crate::Outcome;
use crate::cases::Limits;
use crate::data::Entry;
use crate::endpoints::Endpoint;
use crate::measurement::{receive, send};
use crate::protocol::Role;
use crate::report::start;
use crate::rows::{Row, find, join};
use crate::session::Session;

/// What a sweep found.
#[derive(Debug)]
pub struct Swept {
    /// The true rows, one a line.
    pub rows: Vec<String>,
    /// The numbers that fare otherwise than the row around them claims, one a line.
    pub disagreements: Vec<String>,
}

/// Sweeps `endpoint` in `role`.
pub fn sweep(endpoint: &Endpoint, role: Role, entry: &Entry) -> Outcome<Swept> {
    let limits = Limits {
        // Most of all numbers are refused by some.
        refusal: Duration::from_millis(2),
        total: Duration::from_hours(1),
        ..Limits::default()
    };
    let mut session = start(endpoint, role, limits)?;
    let mut swept = Swept {
        rows: Vec::new(),
        disagreements: Vec::new(),
    };
    let sends = all(&mut session, |session, number| send(session, Some(number)))?;
    swept.add("sends", &sends, &entry.sends);
    let receives = all(&mut session, receive)?;
    swept.add("receives", &receives, &entry.receives);
    Ok(swept)
}

fn all<T: PartialEq>(
    session: &mut Session,
    fate: impl Fn(&mut Session, u16) -> Outcome<T>,
) -> Outcome<Vec<Row<T>>> {
    let fates: Outcome<Vec<_>> = (0..=u16::MAX)
        .map(|number| {
            let fate = fate(session, number).map_err(|error| format!("{number}: {error}"))?;
            Ok((number, fate))
        })
        .collect();
    Ok(join(fates?))
}

impl Swept {
    fn add<T: PartialEq + Debug>(&mut self, what: &str, swept: &[Row<T>], claimed: &[Row<T>]) {
        for Row { span, fate } in swept {
            self.rows
                .push(format!("{what} {}-{}: {fate:?}", span.from, span.to));
        }
        for number in 0..=u16::MAX {
            let (is, claim) = (find(swept, number), find(claimed, number));
            if claim.is_some() && is != claim {
                self.disagreements
                    .push(format!("{what} {number}: {is:?}, not {claim:?}"));
            }
        }
    }
}
