//! Drives one scanner through SANE for the program that started it, and says
//! what comes of it on its standard output.
//!
//! A process of its own, because drivers crash and hang. Opens SANE at run time,
//! so that nothing needs SANE to start. Ends when its orders end: nobody is
//! left to scan for.

#[cfg(unix)]
mod abi;
#[cfg(unix)]
mod choice;
#[cfg(unix)]
mod library;
#[cfg(unix)]
mod options;
#[cfg(unix)]
mod page;
#[cfg(unix)]
mod picture;
#[cfg(unix)]
mod serve;

fn main() {
    #[cfg(unix)]
    serve::serve();
    #[cfg(not(unix))]
    {
        use desk_intake::source::sane::{Fault, Frame, write_frame};
        // Nobody may be listening; nothing is lost then.
        let _ = write_frame(&mut std::io::stdout(), &Frame::Failed(Fault::LibraryAbsent));
    }
}
