//! `desk400`: the use cases of the desk from a terminal, for scripts, jobs and
//! tests. Owns how they are asked for and how the answer is told; refuses to
//! know a rule of the trade, which all stand below `desk-app`.

mod agreement;
mod answer;
mod args;
mod backup;
mod calls;
mod demo;
mod file;
mod init;
mod ledger;
mod month;
mod number;
mod order;
mod read;
mod refused;
mod returned;
mod search;
mod sign_in;
mod situation;
mod text;
mod usage;
mod value;
mod verify;
mod words;

use answer::Answer;
use args::{Args, Command};
use refused::Refused;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = match usage::read(std::env::args_os()) {
        Ok(args) => args,
        Err(code) => return code,
    };
    match obey(&args) {
        Ok(answer) => answer.tell(args.json),
        Err(refused) => refused.tell(args.json),
    }
}

fn obey(args: &Args) -> Result<Answer, Refused> {
    let place = args.place();
    match &args.command {
        Command::Check { kind } => value::check(*kind, args.json),
        Command::Capitals => value::capitals(args.json),
        Command::Read { files } => read::read(place, files),
        Command::Init { firm, manager } => init::init(place, firm, manager),
        Command::Order(order) => order::obey(place, order),
        Command::Agreement(agreement) => agreement::obey(place, agreement),
        Command::Number(number) => number::obey(place, number),
        Command::Text(command) => text::obey(place, command),
        Command::Calls(command) => calls::obey(place, command),
        Command::Payment(command) => ledger::payment(place, command),
        Command::Tariff(command) => ledger::tariff(place, command),
        Command::Month(command) => month::obey(place, command),
        Command::Statement(command) => month::statement(place, command),
        Command::Ledger(command) => ledger::ledger(place, command),
        Command::Dispute(command) => ledger::dispute(place, command),
        Command::Search { text } => search::search(place, text),
        Command::Verify => verify::verify(place),
        Command::Backup { file } => backup::backup(place, file),
        Command::Restore { file } => backup::restore(&place, file),
        Command::Demo { out } => demo::demo(&place, out, args.json),
    }
}
