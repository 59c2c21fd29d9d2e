//! Reads the command line and, when it cannot, says so in Chinese. Owns the
//! look of the help; refuses with exit status 2.

use crate::args::Args;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory, FromArgMatches};
use std::ffi::OsString;
use std::process::ExitCode;

const HELP: &str = "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}\n";
const WRONG_USAGE: u8 = 2;

/// Reads the arguments, or prints why not and gives the exit status.
pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Args, ExitCode> {
    dressed(Args::command())
        .try_get_matches_from(words)
        .and_then(|matches| Args::from_arg_matches(&matches))
        .map_err(|error| tell(&error))
}

/// Chinese headings for a command and everything below it.
fn dressed(command: Command) -> Command {
    let command = command.help_template(HELP).subcommand_help_heading("命令");
    let command = command.subcommand_value_name("命令").mut_args(|arg| {
        let heading = if arg.is_positional() {
            "参数"
        } else {
            "选项"
        };
        arg.help_heading(heading)
    });
    command.mut_subcommands(dressed)
}

/// The help as it is shown; one word of it clap does not let go of.
fn rendered(error: &clap::Error) -> String {
    error.render().to_string().replace("[OPTIONS]", "[选项]")
}

fn tell(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            print!("{}", rendered(error));
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            eprint!("{}", rendered(error));
            ExitCode::from(WRONG_USAGE)
        }
        kind => {
            eprintln!("{}\n加上 --help 可以看到用法。", sentence(kind, error));
            ExitCode::from(WRONG_USAGE)
        }
    }
}

fn sentence(kind: ErrorKind, error: &clap::Error) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    match kind {
        ErrorKind::MissingRequiredArgument => format!("缺少参数：{argument}。"),
        ErrorKind::MissingSubcommand => "命令没有写完整。".to_owned(),
        ErrorKind::InvalidSubcommand => {
            format!(
                "没有“{}”这个命令。",
                context(error, ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::UnknownArgument => format!("不认识参数“{argument}”。"),
        ErrorKind::ArgumentConflict => format!("参数“{argument}”写重了，或与别的参数冲突。"),
        ErrorKind::InvalidValue if value.is_empty() => format!("参数“{argument}”后面缺少内容。"),
        ErrorKind::InvalidValue => format!("参数“{argument}”没有“{value}”这一种。"),
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(ToString::to_string);
            format!("参数“{argument}”不对：{}。", reason.unwrap_or_default())
        }
        _ => "命令的写法不对。".to_owned(),
    }
}

fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        _ => String::new(),
    }
}
