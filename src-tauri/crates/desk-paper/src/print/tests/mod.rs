//! Against real printers: `ippeveprinter` prints what it is sent into a file,
//! and a private `cupsd` queues for it.

mod direct;
mod office;
mod parts;
mod queue;
mod wording;
