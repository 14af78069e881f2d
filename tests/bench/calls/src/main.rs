//! `calls JOB NUMBERS` calls one function for each of 65536 numbers, so that valgrind can count its instructions: `all` numbers, or the
//! `named` ones in turn. `calls sizes` prints the sizes of the types, and of `Option`s of them, in bytes. `calls list` prints the jobs.
#![forbid(unsafe_code)]

use std::env;
use std::hint::black_box;
use std::process::ExitCode;

use close_codes::CloseCode;
use tungstenite::protocol::frame::coding::CloseCode as Tungstenite;

/// How many calls a job makes.
const CALLS: usize = 1 << 16;

type Job = (&'static str, fn(&[u16]));

/// A loop of its own for each expression of a number, which is not inlined. `floor` is the loop alone.
macro_rules! jobs {
    ($($name:literal: |$number:ident| $value:expr,)*) => {
        &[$(($name, {
            #[inline(never)]
            fn job(numbers: &[u16]) {
                for &$number in numbers {
                    black_box($value);
                }
            }
            job
        })),*]
    };
}

/// `direct` calls a function on the code as it was made; `stored` hides from the compiler where the code comes from, as a struct or a
/// channel would.
const JOBS: &[Job] = jobs! {
    "floor": |number| number,
    "from_u16": |number| CloseCode::from_u16(number),
    "round trip, direct": |number| CloseCode::from_u16(number).as_u16(),
    "round trip, stored": |number| black_box(CloseCode::from_u16(number)).as_u16(),
    "is_sendable, direct": |number| CloseCode::from_u16(number).is_sendable(),
    "is_sendable, stored": |number| black_box(CloseCode::from_u16(number)).is_sendable(),
    "label, direct": |number| CloseCode::from_u16(number).label(),
    "label, stored": |number| black_box(CloseCode::from_u16(number)).label(),
    "name, direct": |number| CloseCode::from_u16(number).name(),
    "reconnect, direct": |number| CloseCode::from_u16(number).reconnect(),
    "retry_after, direct": |number| CloseCode::from_u16(number).retry_after(3, 0.5),
    "tungstenite from_u16": |number| Tungstenite::from(number),
    "tungstenite round trip, direct": |number| u16::from(Tungstenite::from(number)),
    "tungstenite round trip, stored": |number| u16::from(black_box(Tungstenite::from(number))),
    "tungstenite is_sendable, direct": |number| Tungstenite::from(number).is_allowed(),
    "tungstenite is_sendable, stored": |number| black_box(Tungstenite::from(number)).is_allowed(),
};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (name, numbers): (&str, Vec<u16>) = match arguments[..] {
        ["list"] => {
            JOBS.iter().for_each(|(name, _)| println!("{name}"));
            return ExitCode::SUCCESS;
        }
        ["sizes"] => {
            print_sizes();
            return ExitCode::SUCCESS;
        }
        [name, "all"] => (name, (0..=u16::MAX).collect()),
        [name, "named"] => {
            let named = CloseCode::ALL.iter().map(|code| code.as_u16());
            (name, named.cycle().take(CALLS).collect())
        }
        _ => return ExitCode::FAILURE,
    };
    let Some((_, job)) = JOBS.iter().find(|(job, _)| *job == name) else {
        return ExitCode::FAILURE;
    };
    assert_eq!(numbers.len(), CALLS);
    job(black_box(&numbers));
    ExitCode::SUCCESS
}

fn print_sizes() {
    println!("{}", size_of::<CloseCode>());
    println!("{}", size_of::<Option<CloseCode>>());
    println!("{}", size_of::<Tungstenite>());
    println!("{}", size_of::<Option<Tungstenite>>());
}
