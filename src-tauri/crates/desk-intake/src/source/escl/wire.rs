//! Asking a scanner over http: one host, no redirects, no proxy, and a limit
//! on every answer and every wait.

use super::super::{ScanError, ScanLimits};
use super::address::Address;
use super::xml::{self, Describes, ScannerState};
use rustls::crypto::ring;
use std::io::Read;
use std::sync::Arc;
use std::time::Duration;
use ureq::http::Response;
use ureq::tls::{TlsConfig, TlsProvider};
use ureq::{Agent, Body, Error};

/// Longest head of an answer, in bytes.
const LONGEST_HEAD: usize = 16 * 1024;

/// How long an idle connection is kept; scanners drop theirs soon.
const IDLE: Duration = Duration::from_secs(3);

/// The wire to one scanner. Clones share it.
#[derive(Debug, Clone)]
pub(super) struct Wire {
    agent: Agent,
    address: Address,
    max_answer: u64,
}

impl Wire {
    pub(super) fn new(address: Address, limits: &ScanLimits) -> Self {
        let pace = &limits.pace;
        let tls = TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .unversioned_rustls_crypto_provider(Arc::new(ring::default_provider()))
            // See the head of `escl`: there is nobody to ask who they are.
            .disable_verification(true)
            .build();
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .max_response_header_size(LONGEST_HEAD)
            .max_idle_age(IDLE)
            .timeout_connect(Some(pace.connect))
            .timeout_per_read(Some(pace.silence))
            .timeout_per_write(Some(pace.silence))
            .tls_config(tls)
            .build()
            .new_agent();
        Self {
            agent,
            address,
            max_answer: limits.max_answer,
        }
    }

    /// What the scanner says of itself.
    pub(super) fn describe(&self) -> Result<Describes, ScanError> {
        xml::describe(&self.text("ScannerCapabilities")?)
    }

    /// How the scanner is.
    pub(super) fn state(&self) -> Result<ScannerState, ScanError> {
        xml::state(&self.text("ScannerStatus")?)
    }

    fn text(&self, path: &str) -> Result<String, ScanError> {
        let answer = self.get(&self.address.below(path))?;
        match answer.status().as_u16() {
            200 => {}
            401 | 403 => return Err(ScanError::Denied),
            503 => return Err(ScanError::Busy),
            status => return Err(ScanError::unclear(format_args!("status {status}"))),
        }
        let mut text = String::new();
        let reader = answer.into_body().into_reader();
        let read = reader.take(self.max_answer + 1).read_to_string(&mut text);
        match read {
            Ok(length) if length as u64 > self.max_answer => {
                Err(ScanError::unclear("an endless answer"))
            }
            Ok(_) => Ok(text),
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
                Err(ScanError::unclear("not UTF-8"))
            }
            Err(error) => Err(before_the_body(Error::from(error))),
        }
    }

    /// Orders a scan: the answer's status, and the job's address if it has one.
    pub(super) fn order(&self, ticket: &str) -> Result<(u16, Option<String>), ScanError> {
        let answer = self
            .agent
            .post(self.address.below("ScanJobs"))
            .content_type("text/xml")
            .send(ticket)
            .map_err(before_the_body)?;
        let location = answer.headers().get("location");
        let job = location
            .and_then(|location| location.to_str().ok())
            .and_then(|location| self.address.of_job(location));
        Ok((answer.status().as_u16(), job))
    }

    /// Asks for a job's next page; its bytes are still to be read.
    pub(super) fn next_page(&self, job: &str) -> Result<Response<Body>, ScanError> {
        self.get(&format!("{job}/NextDocument"))
    }

    /// Ends a job. Nothing can be done if the scanner does not listen: it
    /// drops jobs that nobody asks about by itself.
    pub(super) fn end(&self, job: &str) {
        let _ = self.agent.delete(job).call();
    }

    fn get(&self, url: &str) -> Result<Response<Body>, ScanError> {
        self.agent.get(url).call().map_err(before_the_body)
    }
}

/// Trouble before there is an answer: mostly nobody is there.
fn before_the_body(error: Error) -> ScanError {
    match error {
        Error::Io(_) | Error::Timeout(_) | Error::HostNotFound | Error::ConnectionFailed => {
            ScanError::Offline
        }
        other => ScanError::unclear(other),
    }
}
