//! The mode and the owner of a file that is replaced → those of the file that replaces it.

use std::fs::{File, Metadata};
use std::io;

/// Gives `new` the mode and the owner of the file with the metadata `old`, but no setuid, setgid or sticky bit.
#[cfg(unix)]
pub(super) fn keep(old: &Metadata, new: &File) -> io::Result<()> {
    use std::fs::Permissions;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};

    let made = new.metadata()?;
    if (made.uid(), made.gid()) != (old.uid(), old.gid()) {
        fchown(new, Some(old.uid()), Some(old.gid())).map_err(|error| {
            let message = format!("its owner cannot be kept, so it is left as it is: {error}");
            io::Error::new(error.kind(), message)
        })?;
    }
    new.set_permissions(Permissions::from_mode(old.mode() & 0o777))
}

#[cfg(not(unix))]
pub(super) fn keep(_old: &Metadata, _new: &File) -> io::Result<()> {
    Ok(())
}
