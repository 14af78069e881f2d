//! What happened to a connection → what its `Reconnection` answers.

use std::time::Duration;

use close_codes::{CloseCode, Next, Reconnection};

/// The origin of the clock, in seconds: times may be negative.
const ORIGIN: f64 = 1e6;

/// The line for an option and what happened, which are the first columns of `rest`.
pub fn answer(rest: &str) -> String {
    let mut columns = rest.split('\t');
    let mut column = || columns.next().expect("a column");
    let (option, events) = (column(), column());
    let mut reconnection = with(option);
    let answers: Vec<String> = events
        .split(' ')
        .filter_map(|event| told(&mut reconnection, event))
        .collect();
    format!("reconnection\t{option}\t{events}\t{}\n", answers.join(" "))
}

fn with(option: &str) -> Reconnection {
    if option == "-" {
        return Reconnection::default();
    }
    let milliseconds: f64 = number(option);
    if milliseconds.is_nan() {
        return Reconnection::new();
    }
    Reconnection::new().lasting_after(nearest(milliseconds / 1000.0))
}

fn told(reconnection: &mut Reconnection, event: &str) -> Option<String> {
    let parts: Vec<&str> = event.split(':').collect();
    match parts[..] {
        ["opened", at] => {
            // Nothing lasts that is opened at the end of time.
            reconnection.opened(time(at).unwrap_or(Duration::MAX));
            None
        }
        ["closed", code, at, random] => {
            let code = CloseCode::from_u16(code.parse().expect("a code"));
            let now = time(at).unwrap_or(Duration::ZERO);
            Some(written(reconnection.closed(code, now, number(random))))
        }
        _ => panic!("{event} cannot happen"),
    }
}

fn written(next: Next) -> String {
    match next {
        Next::Stop => "stop".to_owned(),
        Next::Wait(delay) => format!("wait:{}", microseconds(delay)),
        Next::First(after, delay) => format!("first:{after}:{}", microseconds(delay)),
    }
}

fn microseconds(delay: Duration) -> String {
    format!("{:.0}", delay.as_secs_f64() * 1e6)
}

fn time(milliseconds: &str) -> Option<Duration> {
    let seconds = number(milliseconds) / 1000.0;
    seconds.is_finite().then(|| nearest(ORIGIN + seconds))
}

fn nearest(seconds: f64) -> Duration {
    let time = Duration::try_from_secs_f64(seconds.max(0.0));
    time.unwrap_or(Duration::MAX)
}

fn number(text: &str) -> f64 {
    text.parse().expect("a number")
}
