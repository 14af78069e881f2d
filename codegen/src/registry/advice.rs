//! What a client that received a close code should do next, and the one rule for how long it waits.

use crate::spec::{After, Reconnect};
use crate::text::{Word, phrase};

/// Advice on reconnecting, with every default filled in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Advice {
    /// Whether to reconnect.
    pub reconnect: Reconnect,
    /// The bounds of the delays.
    pub backoff: Backoff,
    /// What must happen first.
    pub after: Option<After>,
}

/// No delay is shorter, whatever the advice: in seconds, for each attempt from 0; the last is for all that follow.
const LEAST: [f64; 5] = [0.0, 0.5, 1.0, 2.0, 4.0];

/// The bounds of growing, random delays, in seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Backoff {
    /// The shortest first delay.
    pub from: f64,
    /// The longest first delay.
    pub to: f64,
    /// The longest delay ever.
    pub cap: f64,
}

impl Backoff {
    /// A bare `backoff`: RFC 6455 section 7.2.3 calls 0 to 5 seconds reasonable for a first delay; the cap is ours.
    pub const DEFAULT: Self = Self {
        from: 0.0,
        to: 5.0,
        cap: 60.0,
    };

    /// The delay in seconds before `attempt`, counted from 0. What `random` is beyond 0 to 1 is clamped, and NaN counts as 1.
    ///
    /// The window doubles with every attempt until its upper end meets the cap, and never shrinks to one moment.
    fn delay(self, attempt: u32, random: f64) -> f64 {
        let doubled = f64::from(1_u32 << attempt.min(31));
        let scale = doubled.min(self.cap / self.to);
        let random = if random < 1.0 { random.max(0.0) } else { 1.0 };
        let delay = scale * (self.from + random * (self.to - self.from));
        let least = LEAST[(attempt as usize).min(LEAST.len() - 1)];
        delay.max(least)
    }
}

impl Advice {
    /// The advice where a spec gives none.
    pub(crate) const DEFAULT: Self = Self {
        reconnect: Reconnect::Backoff,
        backoff: Backoff::DEFAULT,
        after: None,
    };

    /// The delay in seconds before `attempt`, counted from 0; `None` when there should be no attempt.
    #[must_use]
    pub fn retry_after(&self, attempt: u32, random: f64) -> Option<f64> {
        match self.reconnect {
            Reconnect::Never => None,
            Reconnect::Immediately if attempt == 0 => Some(0.0),
            Reconnect::Immediately | Reconnect::Backoff => {
                Some(self.backoff.delay(attempt, random))
            }
        }
    }

    /// The advice as a part of a sentence: `after a random delay of 5 to 30 s that doubles up to 300 s`.
    pub(crate) fn phrase(&self) -> String {
        let Backoff { from, to, cap } = self.backoff;
        let reconnect = match self.reconnect {
            Reconnect::Never => self.reconnect.as_str().to_owned(),
            Reconnect::Immediately => "immediately, then with growing delays".to_owned(),
            Reconnect::Backoff => {
                format!("after a random delay of {from} to {to} s that doubles up to {cap} s")
            }
        };
        match self.after {
            Some(after) => format!("{reconnect}; {}", phrase(after)),
            None => reconnect,
        }
    }
}
