//! Makes a bare machine ready: system packages, the page's packages, fonts and
//! models, the tools of the tests. What is there already costs nothing.

mod debian;
mod goods;
mod tools;

use crate::page;
use crate::work::{Outcome, find_program};

/// What the machine is made ready for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// To build and run the program.
    Running,
    /// To run every test as well.
    Testing,
    /// To build for Windows and run the tests under Wine.
    Wine,
}

/// Makes the machine ready, or says what is missing and how to get it.
pub fn setup(purpose: For) -> Outcome {
    system(purpose)?;
    if find_program("npm").is_none() && find_program("npm.cmd").is_none() {
        return Err("Node.js (20.19 or newer) is missing: https://nodejs.org".into());
    }
    page::packages()?;
    goods::fetch("assets/fonts/fonts.json")?;
    goods::fetch("assets/models/models.json")?;
    if purpose == For::Testing {
        tools::install()?;
    }
    Ok(())
}

/// Makes the machine ready for [`For::Wine`], which needs neither the page nor
/// the tools of the other tests.
pub fn for_wine() -> Outcome {
    system(For::Wine)?;
    goods::fetch("assets/fonts/fonts.json")?;
    goods::fetch("assets/models/models.json")
}

fn system(purpose: For) -> Outcome {
    if debian::is_here() {
        return debian::install(purpose);
    }
    if cfg!(target_os = "linux") {
        println!("{}", debian::advice(purpose));
    } else if cfg!(windows) {
        println!("Needed besides Rust and Node: Visual Studio Build Tools (C++) and Python 3.");
    } else {
        println!("Needed besides Rust and Node: the Xcode command line tools and Python 3.");
    }
    Ok(())
}
