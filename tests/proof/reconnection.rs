//! Advice that cannot hurt: how often a client connects that does what its `Reconnection` answers, whatever the code.

use std::time::Duration;

use close_codes::{CloseCode, Next, Reconnect, Reconnection};

/// How many connections a server gets in its first 5 seconds.
const MOST: usize = 5;
const NOON: Duration = Duration::from_hours(12);

/// The connections of the first 5 seconds to a server that accepts each of them and closes it at once.
fn connections(mut delay: impl FnMut(Duration) -> Option<Duration>) -> usize {
    let (mut now, mut connections) = (Duration::ZERO, 0);
    while now < Duration::from_secs(5) && connections <= MOST {
        connections += 1;
        match delay(NOON + now) {
            Some(delay) => now += delay,
            None => break,
        }
    }
    connections
}

fn delay(next: Next) -> Option<Duration> {
    match next {
        Next::Stop => None,
        Next::Wait(delay) | Next::First(_, delay) => Some(delay),
    }
}

fn all() -> impl Iterator<Item = CloseCode> {
    (0..=u16::MAX).map(CloseCode::from)
}

#[test]
fn a_server_that_accepts_and_closes_gets_five_connections() {
    for code in all() {
        for random in [0.0, -1.0] {
            let mut reconnection = Reconnection::new().lasting_after(Duration::ZERO);
            let connections = connections(|now| {
                reconnection.opened(now);
                delay(reconnection.closed(code, now, random))
            });
            assert!(connections <= MOST, "{code}");
        }
    }
}

/// What the readmes did once: without this, the test above would pass for a client that counts nothing.
#[test]
fn attempts_that_start_over_on_open_are_a_storm() {
    let code = CloseCode::AbnormalClosure;
    assert!(connections(|_| code.retry_after(0, 0.0)) > MOST);
}

#[test]
fn only_a_connection_that_lasted_starts_over() {
    let code = CloseCode::AbnormalClosure;
    let second = Duration::from_secs(1);
    let after_three = |opened: Option<u32>, closed: u32| {
        let mut reconnection = Reconnection::new();
        for _ in 0..3 {
            let _ = reconnection.closed(code, NOON, 1.0);
        }
        if let Some(opened) = opened {
            reconnection.opened(second * opened);
        }
        delay(reconnection.closed(code, second * closed, 1.0)).expect("a delay")
    };
    let (first, fourth) = (second * 5, second * 40);
    assert_eq!(after_three(Some(100), 110), first);
    assert_eq!(after_three(Some(100), 109), fourth);
    assert_eq!(after_three(Some(110), 100), fourth, "backwards");
    assert_eq!(after_three(None, 100_000), fourth, "never opened");
}

#[test]
fn what_stopped_stays_stopped() {
    for code in all().filter(|code| code.reconnect() == Reconnect::Never) {
        let mut reconnection = Reconnection::new();
        assert_eq!(reconnection.closed(code, NOON, 0.5), Next::Stop);
        reconnection.opened(NOON);
        let next = reconnection.closed(CloseCode::GoingAway, NOON * 2, 0.5);
        assert_eq!(next, Next::Stop, "after {code}");
    }
}

#[test]
fn what_must_happen_first_is_in_the_answer() {
    for code in all().filter(|code| code.reconnect() != Reconnect::Never) {
        let after = match Reconnection::new().closed(code, NOON, 0.5) {
            Next::First(after, _) => Some(after),
            Next::Wait(_) => None,
            Next::Stop => panic!("{code} stops"),
        };
        assert_eq!(after, code.after(), "{code}");
    }
}
