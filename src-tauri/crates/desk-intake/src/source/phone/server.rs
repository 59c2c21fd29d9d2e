//! The server behind the upload page. Every answer is given on a thread of its
//! own, for a telephone may stop reading or sending at any moment, and only the
//! one it hangs on must wait for it.

use super::gate::{Entry, Gate, secret};
use super::page::{self, Answer};
use crate::Media;
use crate::source::tail::{Ending, ending};
use crate::source::{Cancel, Event, ScanError, ScanLimits, ScannedPage};
use std::io::Read;
use std::net::{IpAddr, SocketAddr};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::Builder;
use std::time::Duration;
use tiny_http::{Method, Request, Server};

/// How often it is looked whether somebody cancelled.
const STEP: Duration = Duration::from_millis(50);

/// Photographs that are sent at the same time; each takes its size in memory.
const AT_ONCE: u32 = 3;

/// Listens on this address, at a port the system chooses.
pub(super) fn open(ip: IpAddr) -> Result<Server, ScanError> {
    Server::http(SocketAddr::new(ip, 0)).map_err(|error| ScanError::PageUnopened(error.to_string()))
}

/// Where it listens.
pub(super) fn address(server: &Server) -> Result<SocketAddr, ScanError> {
    let address = server.server_addr().to_ip();
    address.ok_or_else(|| ScanError::PageUnopened("no address".to_owned()))
}

/// A photograph that has come, and the telephone waiting to hear of it.
struct Sent {
    request: Request,
    photo: Result<(Media, Vec<u8>), u16>,
}

/// Serves until the telephone is done, time is up or it is cancelled.
pub(super) fn serve(
    server: Server,
    gate: Gate,
    limits: &ScanLimits,
    cancel: &Cancel,
    events: &mut dyn FnMut(Event),
) -> Result<u32, ScanError> {
    let (tell, sent) = sync_channel(1);
    let mut desk = Desk {
        gate,
        limits,
        tell,
        sent,
        under_way: 0,
        delivered: 0,
        done: false,
        events,
    };
    while !desk.done && !cancel.is_cancelled() && !desk.gate.left().is_zero() {
        let next = server.recv_timeout(STEP.min(desk.gate.left()));
        match next.map_err(|error| ScanError::PageUnopened(error.kind().to_string()))? {
            Some(request) => desk.answer(request)?,
            None => desk.take(),
        }
    }
    Ok(desk.delivered)
}

struct Desk<'a> {
    gate: Gate,
    limits: &'a ScanLimits,
    tell: SyncSender<Sent>,
    sent: Receiver<Sent>,
    under_way: u32,
    delivered: u32,
    done: bool,
    events: &'a mut dyn FnMut(Event),
}

impl Desk<'_> {
    fn answer(&mut self, request: Request) -> Result<(), ScanError> {
        self.take();
        let url = request.url().to_owned();
        let (token, rest) = url
            .trim_start_matches('/')
            .split_once('/')
            .unwrap_or((url.trim_start_matches('/'), ""));
        let known = cookie(&request);
        match (request.method(), rest) {
            (Method::Get, "") => {
                let entry = self.gate.enter(token, known.as_deref())?;
                reply(request, shown(&entry, token)?);
            }
            (Method::Post, "page") if self.gate.admits(token, known.as_deref()) => {
                self.receive(request);
            }
            (Method::Post, "done") if self.gate.admits(token, known.as_deref()) => {
                self.done = true;
                reply(request, page::status(204));
            }
            _ => reply(request, page::status(404)),
        }
        Ok(())
    }

    /// Lets a photograph come in.
    fn receive(&mut self, mut request: Request) {
        if self.delivered + self.under_way >= self.limits.max_pages {
            return reply(request, page::status(429));
        }
        if self.under_way >= AT_ONCE {
            return reply(request, page::status(503));
        }
        let (tell, limit) = (self.tell.clone(), self.limits.max_page_bytes);
        let started = Builder::new().name("phone".to_owned()).spawn(move || {
            let photo = photo(&mut request, limit);
            // Time is up: the request, dropped, is answered as failed.
            let _ = tell.send(Sent { request, photo });
        });
        if started.is_ok() {
            self.under_way += 1;
        }
    }

    /// Delivers what has come; only then does the telephone hear that it has.
    fn take(&mut self) {
        while let Ok(Sent { request, photo }) = self.sent.try_recv() {
            self.under_way -= 1;
            match photo {
                Err(status) => reply(request, page::status(status)),
                Ok((media, bytes)) => {
                    self.delivered += 1;
                    (self.events)(Event::Page(ScannedPage {
                        number: self.delivered,
                        name: format!("phone-{:03}.{}", self.delivered, media.ending()),
                        media,
                        dpi: None,
                        bytes,
                    }));
                    reply(request, page::status(204));
                }
            }
        }
    }
}

/// The bytes of a photograph, or the status that says why not.
fn photo(request: &mut Request, limit: u64) -> Result<(Media, Vec<u8>), u16> {
    let stated = request.body_length().map(|length| length as u64);
    if stated.is_some_and(|length| length > limit) {
        return Err(413);
    }
    let mut bytes = Vec::new();
    let read = request.as_reader().take(limit + 1).read_to_end(&mut bytes);
    match read {
        Err(_) => return Err(422),
        Ok(read) if read as u64 > limit => return Err(413),
        Ok(read) if stated.is_some_and(|length| length != read as u64) => return Err(422),
        Ok(_) => {}
    }
    let media = Media::sniff(&bytes).map_err(|_| 415_u16)?;
    if ending(media, &bytes) == Ending::BrokenOff {
        return Err(422);
    }
    Ok((media, bytes))
}

fn shown(entry: &Entry, token: &str) -> Result<Answer, ScanError> {
    Ok(match entry {
        Entry::Welcome(guest) => page::upload(token, guest, &secret()?),
        Entry::Taken => page::sentence(403, "这个二维码已被另一台手机用过，请在电脑上重新生成。"),
        Entry::Unknown => page::sentence(404, "页面不存在或已关闭，请在电脑上重新生成二维码。"),
    })
}

fn cookie(request: &Request) -> Option<String> {
    let headers = request.headers().iter();
    let mut cookies = headers.filter(|header| header.field.equiv("Cookie"));
    cookies.find_map(|header| {
        let pairs = header.value.as_str().split(';');
        let mut found = pairs.filter_map(|pair| pair.trim().strip_prefix("desk400="));
        found.next().map(str::to_owned)
    })
}

fn reply(request: Request, answer: Answer) {
    // Without a thread the telephone is answered by its own patience.
    let _ = Builder::new().name("phone".to_owned()).spawn(move || {
        // A telephone that is gone need not be answered.
        let _ = request.respond(answer);
    });
}
