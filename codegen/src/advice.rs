//! What a client that received a close code should do next, and the one rule for how long it waits.

use crate::spec::After;

/// Advice on reconnecting, with every default filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    /// Whether and how to reconnect.
    pub reconnect: Reconnect,
    /// What must happen first.
    pub after: Option<After>,
}

/// Whether and how to reconnect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reconnect {
    /// Not at all, unless the application or a person decides otherwise.
    Never,
    /// At once; with growing delays from the second attempt on.
    Immediately,
    /// With growing delays.
    Backoff(Backoff),
}

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

    /// The delay in seconds before `attempt`, counted from 0, where `random` lies between 0 and 1.
    ///
    /// The window doubles with every attempt until its upper end meets the cap, and never shrinks to one moment.
    #[must_use]
    pub fn delay(self, attempt: u32, random: f64) -> f64 {
        let doubled = f64::from(1_u32 << attempt.min(31));
        let scale = doubled.min(self.cap / self.to);
        scale * (self.from + random * (self.to - self.from))
    }
}

impl Reconnect {
    /// The word as the spec writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Immediately => "immediately",
            Self::Backoff(_) => "backoff",
        }
    }

    /// The bounds of the delays; those of a bare `backoff` where the advice names none.
    #[must_use]
    pub fn backoff(self) -> Backoff {
        match self {
            Self::Backoff(backoff) => backoff,
            Self::Never | Self::Immediately => Backoff::DEFAULT,
        }
    }

    /// The delay in seconds before `attempt`, counted from 0; `None` when there should be no attempt.
    #[must_use]
    pub fn retry_after(self, attempt: u32, random: f64) -> Option<f64> {
        match self {
            Self::Never => None,
            Self::Immediately if attempt == 0 => Some(0.0),
            Self::Immediately | Self::Backoff(_) => Some(self.backoff().delay(attempt, random)),
        }
    }

    /// The advice as a phrase: `after a random delay of 5 to 30 s that doubles up to 300 s`.
    #[must_use]
    pub fn phrase(self) -> String {
        match self {
            Self::Never => "never".to_owned(),
            Self::Immediately => "immediately, and with growing delays if that fails".to_owned(),
            Self::Backoff(Backoff { from, to, cap }) => {
                format!("after a random delay of {from} to {to} s that doubles up to {cap} s")
            }
        }
    }
}

/// What must happen first, as a phrase.
#[must_use]
pub fn after_phrase(after: After) -> &'static str {
    match after {
        After::NewCredentials => "with new credentials",
        After::NewSession => "with a new session",
        After::OtherServer => "to another server",
        After::UserAction => "when a person asks for it",
        After::ChangedRequest => "with a changed request",
    }
}

impl Advice {
    /// The whole advice as a phrase: `immediately, and with growing delays if that fails; with new credentials`.
    #[must_use]
    pub fn phrase(&self) -> String {
        let reconnect = self.reconnect.phrase();
        match self.after {
            Some(after) => format!("{reconnect}; {}", after_phrase(after)),
            None => reconnect,
        }
    }
}
