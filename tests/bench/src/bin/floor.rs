//! `floor SPEC FILE=BYTES…`: the least that a generator can do. It reads the spec, and writes files of these sizes as safely as the
//! generator does: beside their places, then renamed.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let mut arguments = env::args().skip(1);
    let spec = arguments.next().ok_or(io::ErrorKind::InvalidInput)?;
    std::hint::black_box(fs::read(spec)?);
    for argument in arguments {
        let (file, bytes) = argument
            .split_once('=')
            .ok_or(io::ErrorKind::InvalidInput)?;
        let bytes = bytes.parse().map_err(io::Error::other)?;
        if let Some(folder) = Path::new(file).parent() {
            fs::create_dir_all(folder)?;
        }
        let temporary = format!("{file}.tmp");
        fs::write(&temporary, vec![b'x'; bytes])?;
        fs::rename(&temporary, file)?;
    }
    Ok(())
}
