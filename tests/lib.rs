//! What the whole-flow tests share.

pub mod sample;

#[cfg(target_os = "linux")]
#[path = "e2e/window/mod.rs"]
pub mod window;
