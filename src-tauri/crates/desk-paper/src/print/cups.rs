//! The print system of Linux and macOS, spoken to in its own protocol, which
//! is IPP with a few operations more.

use super::protocol::{Facts, Request};
use super::{Job, JobId, JobReport, PrintError, Printer, address, protocol};
use ipp::model::Operation;
use ipp::prelude::Uri;
use std::time::Duration;

/// It runs on this computer; if it is there at all, it answers at once.
const PATIENCE: Duration = Duration::from_secs(15);

/// Where the print system listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Server(String);

impl Server {
    /// As CUPS's own programs find it: `CUPS_SERVER`, else this computer. None
    /// where it only listens at a socket file, which is left to its commands.
    pub(super) fn from_environment() -> Option<Self> {
        match std::env::var("CUPS_SERVER") {
            Ok(server) if server.starts_with('/') => None,
            Ok(server) if !server.trim().is_empty() => Some(Self::at(&server)),
            _ => Some(Self::at("localhost")),
        }
    }

    /// From `host`, `host:port` or `host:port/version=1.1`.
    pub(super) fn at(server: &str) -> Self {
        let host = server.split('/').next().unwrap_or_default().trim();
        let port = host
            .rsplit_once(':')
            .is_some_and(|(_, port)| port.parse::<u16>().is_ok());
        Self(if port {
            host.to_owned()
        } else {
            format!("{host}:631")
        })
    }

    fn uri(&self, path: &str) -> Result<Uri, PrintError> {
        address::uri(&format!("ipp://{}{path}", self.0))
    }
}

/// All printers, the usual one marked.
pub(super) fn printers(server: &Server) -> Result<Vec<Printer>, PrintError> {
    let uri = server.uri("/")?;
    let ask = |operation| {
        let request = Request {
            uri: &uri,
            printer: "CUPS",
            operation,
        };
        request.send(Vec::new(), &[], PATIENCE)
    };
    let answer = match ask(Operation::CupsGetPrinters) {
        // It has none yet.
        Err(PrintError::PrinterUnknown { .. }) => return Ok(Vec::new()),
        Err(PrintError::PrinterUnreachable { .. }) => return Err(PrintError::PrintSystemAbsent),
        outcome => outcome?,
    };
    let usual = ask(Operation::CupsGetDefault)
        .ok()
        .and_then(|answer| name(&answer.printer()));
    let described = |facts: Facts<'_>| {
        let name = name(&facts)?;
        let is_default = usual.as_ref() == Some(&name);
        Some(Printer {
            is_default,
            ..protocol::described(&facts, &name)
        })
    };
    Ok(answer.printers().filter_map(described).collect())
}

/// Hands a document to a queue.
pub(super) fn send(server: &Server, name: &str, job: &Job<'_>) -> Result<JobId, PrintError> {
    protocol::send(&queue(server, name)?, job)
}

/// Where a job of a queue stands.
pub(super) fn job_state(server: &Server, name: &str, job: JobId) -> Result<JobReport, PrintError> {
    protocol::job_state(&queue(server, name)?, name, job)
}

/// Takes a job of a queue back.
pub(super) fn cancel(server: &Server, name: &str, job: JobId) -> Result<(), PrintError> {
    protocol::cancel(&queue(server, name)?, name, job)
}

fn name(facts: &Facts<'_>) -> Option<String> {
    facts.word("printer-name").filter(|name| !name.is_empty())
}

/// The address of a queue that exists; its name may hold Chinese, its address may not.
fn queue(server: &Server, name: &str) -> Result<Uri, PrintError> {
    if !printers(server)?.iter().any(|printer| printer.name == name) {
        return Err(PrintError::PrinterUnknown {
            printer: name.to_owned(),
        });
    }
    let escaped: String = name
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect();
    server.uri(&format!("/printers/{escaped}"))
}
