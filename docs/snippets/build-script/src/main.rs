//! Close codes that are made whenever the crate is built, and committed nowhere.

mod close_code {
    include!(concat!(env!("OUT_DIR"), "/close-codes.rs"));
}

use close_code::CloseCode;

fn main() {
    let code = CloseCode::from(4001);
    println!("{code}: reconnect {}", code.reconnect());
}
