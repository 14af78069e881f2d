//! A WebSocket server on loopback that ends each connection as its path says, and reports every one: what a client
//! that reconnects is tested against. The program `closing-server` prints what it reports; [`PATHS`] lists the paths.
//!
//! It is made of a raw peer, with which `tests/measure` measures implementations, too.

// The message in the error says what failed.
#![allow(clippy::missing_errors_doc)]

mod ending;
pub mod frame;
pub mod handshake;
mod opening;
pub mod peer;
mod serve;

pub use crate::ending::{Attempt, Ending, parse};
pub use crate::opening::Opening;
pub use crate::serve::{Event, What, start, start_with};

/// A value, or a sentence that says what went wrong.
pub type Result<T> = std::result::Result<T, String>;

/// The paths, for people. The answer to a request for `/` that is not a handshake.
pub const PATHS: &str = "\
  /4001                closes with this code, whether it may be sent or not; /4001/bye adds a reason
  /1005                closes without a code
  /1006                drops the connection without a Close frame
  /frame/1006          sends this number in a Close frame, also 1005 and 1006
  /open                stays open until the client closes, and answers with the same code
  /open/1011           stays open until the client closes, and answers with this code
  /hello/4001          sends the message `hello` first; works before each of the above
  /after/500/4001      waits so many milliseconds first; works before each of the above
  /reject/403          answers the handshake with this HTTP status
  /4401/then/1012      does one after another at each attempt, and repeats the last; works with each of the above
  /4001?x              does the same as /4001, and is counted apart
Every other path is answered with 404, and what is not a WebSocket handshake with 400. / lists the paths.
";
