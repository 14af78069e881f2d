mod close_code;

use crate::close_code::CloseCode;

fn main() {
    let code = CloseCode::SessionExpired;
    println!("closing with {code}: {}", code.summary().unwrap_or("?"));
}
