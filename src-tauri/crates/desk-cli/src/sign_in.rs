//! Who stands at the terminal. Takes name and password from the environment,
//! else asks; refuses to take a password from the command line, where every
//! user of the computer could read it.

use crate::refused::Refused;
use crate::situation::Situation;
use desk_app::flow::session::{self, SignIn};
use desk_app::{Clock, Desk, Place};
use std::env;
use std::io::{IsTerminal, Write, stderr, stdin};

const STAFF: &str = "DESK400_STAFF";
const PASSWORD: &str = "DESK400_PASSWORD";

/// Opens the store and signs the person in.
pub fn sign_in(place: Place) -> Result<Desk, Refused> {
    let desk = Desk::new(place, Clock::Shanghai);
    let name = env::var(STAFF).or_else(|_| ask_name())?;
    let password = env::var(PASSWORD).or_else(|_| ask_password("密码："))?;
    session::open(&desk, SignIn { name, password })?;
    Ok(desk)
}

/// The password of a member of staff who is being added, asked for twice.
pub fn new_password() -> Result<String, Refused> {
    if let Ok(password) = env::var(PASSWORD) {
        return Ok(password);
    }
    let password = ask_password("设置密码：")?;
    if ask_password("再输入一次：")? != password {
        return Err(Situation::PasswordsDiffer.into());
    }
    Ok(password)
}

fn ask_name() -> Result<String, Refused> {
    if !stdin().is_terminal() {
        return Err(Situation::SignInNeeded.into());
    }
    let mut name = String::new();
    let _ = write!(stderr(), "姓名：");
    stdin()
        .read_line(&mut name)
        .map_err(|_| Situation::SignInNeeded)?;
    Ok(name.trim().to_owned())
}

fn ask_password(prompt: &str) -> Result<String, Refused> {
    if !stdin().is_terminal() {
        return Err(Situation::SignInNeeded.into());
    }
    rpassword::prompt_password(prompt).map_err(|_| Situation::SignInNeeded.into())
}
