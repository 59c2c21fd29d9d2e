//! The desktop shell: opens the window and hands its calls to `desk-app`.

/// Opens the window and runs until it is closed.
pub fn run() {}
