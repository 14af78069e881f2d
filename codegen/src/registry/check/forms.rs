//! Rules for texts that have a form: a version, a date, the URL of a document.

use super::Check;
use crate::diagnostics::{At, Problem};
use crate::spec::MAX_LINE;
use crate::text::excerpt;

impl Check {
    /// The version of a package, which package managers refuse unless it is a Semantic Version.
    pub(super) fn version(&mut self, at: &At<'_>, version: Option<String>) -> Option<String> {
        let version = self.text(at, version, MAX_LINE)?;
        if let Err(error) = semver::Version::parse(&version) {
            let version = excerpt(&version);
            let message = format!("`{version}` is not a Semantic Version: {error}");
            let help = "write three numbers, such as `1.0.0` or `1.0.0-beta.1`";
            self.problems
                .push(Problem::at(at, "package-version", message, help));
            return None;
        }
        Some(version)
    }

    /// A date of the calendar that must be there.
    pub(super) fn date(&mut self, at: &At<'_>, date: Option<String>) -> Option<String> {
        let date = self.required(at, date, MAX_LINE)?;
        if !is_date(&date) {
            let message = format!("`{}` is not a date", excerpt(&date));
            let help = "write a date of the calendar as `YYYY-MM-DD`";
            self.problems
                .push(Problem::at(at, "snapshot-date", message, help));
            return None;
        }
        Some(date)
    }
}

/// Whether `text` is `YYYY-MM-DD`, a day that there was or will be.
fn is_date(text: &str) -> bool {
    let has_form = text.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    if text.len() != "YYYY-MM-DD".len() || !has_form {
        return false;
    }
    let number = |part: &str| part.parse::<u32>().unwrap_or_default();
    let (year, month, day) = (number(&text[..4]), number(&text[5..7]), number(&text[8..]));
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// Whether a page may link to `url`: another scheme could run a script, and without a host it leads nowhere.
pub(super) fn is_address(url: &str) -> bool {
    let mut schemes = ["https://", "http://"].into_iter();
    let after_scheme = schemes.find_map(|scheme| url.strip_prefix(scheme));
    let authority = after_scheme.and_then(|rest| rest.split(['/', '?', '#']).next());
    let Some(host) = authority.and_then(|authority| authority.rsplit('@').next()) else {
        return false;
    };
    if let Some(host) = host.strip_prefix('[') {
        let (host, _) = host.split_once(']').unwrap_or_default();
        return host.parse::<std::net::Ipv6Addr>().is_ok();
    }
    let host = host.split(':').next().unwrap_or_default();
    let is_part = |c: char| c.is_alphanumeric() || "-._".contains(c);
    host.starts_with(char::is_alphanumeric) && host.chars().all(is_part)
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn dates_are_days_of_the_calendar() {
        let days = [
            "2026-01-31",
            "2026-12-31",
            "2026-04-30",
            "2024-02-29",
            "2000-02-29",
            "2026-02-28",
        ];
        for day in days {
            assert!(is_date(day), "{day}");
        }
        let others = [
            "",
            "2026-1-1",
            "2026-01-011",
            "2026/01/01",
            "2026-01 01",
            "2026-0a-01",
            "2026-00-10",
            "2026-13-01",
            "2026-01-00",
            "2026-01-32",
            "2026-04-31",
            "2026-06-31",
            "2026-02-29",
            "2024-02-30",
            "1900-02-29",
        ];
        for text in others {
            assert!(!is_date(text), "{text}");
        }
    }
}
