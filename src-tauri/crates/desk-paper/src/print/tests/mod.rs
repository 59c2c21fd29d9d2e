//! Against real printers: `ippeveprinter` prints what it is sent into a file,
//! and a private `cupsd` queues for it.

#[cfg(unix)]
mod direct;
#[cfg(unix)]
mod driver;
#[cfg(unix)]
mod office;
#[cfg(unix)]
mod parts;
#[cfg(unix)]
mod queue;
#[cfg(unix)]
mod windows;
mod wording;
