//! As much of HTTP/1.1 as a scanner needs: one request a connection, and the
//! freedom to break off where a sound server would not.

use super::answers::{Answer, State};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, Mutex};

pub struct Request {
    pub method: String,
    pub path: String,
    pub body: String,
}

/// Serves one request, encrypted if there are keys to do so.
pub fn serve(mut stream: TcpStream, state: &Mutex<State>, keys: Option<Arc<ServerConfig>>) {
    match keys {
        None => exchange(&mut stream, state),
        Some(keys) => {
            let session = ServerConnection::new(keys).unwrap();
            let mut stream = StreamOwned::new(session, stream);
            exchange(&mut stream, state);
            stream.conn.send_close_notify();
            let _ = stream.flush();
        }
    }
}

fn exchange(stream: &mut (impl Read + Write), state: &Mutex<State>) {
    let Some(request) = read(stream) else { return };
    let answer = state.lock().unwrap().answer(&request);
    // A client that hung up is no fault of the scanner's.
    let _ = write(stream, &answer);
}

fn read(stream: &mut impl Read) -> Option<Request> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace();
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut length = 0;
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        match header.trim_end().split_once(':') {
            None => break,
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().ok()?;
            }
            Some(_) => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(Request {
        method,
        path,
        body: String::from_utf8(body).ok()?,
    })
}

fn write(stream: &mut impl Write, answer: &Answer) -> std::io::Result<()> {
    let mut head = format!(
        "HTTP/1.1 {} X\r\nConnection: close\r\nContent-Type: {}\r\nContent-Length: {}\r\n",
        answer.status,
        answer.media,
        answer.body.len()
    );
    if let Some(location) = &answer.location {
        head += &format!("Location: {location}\r\n");
    }
    stream.write_all(head.as_bytes())?;
    stream.write_all(b"\r\n")?;
    let (first, second) = answer.body.split_at(answer.body.len() / 2);
    stream.write_all(first)?;
    if answer.hangs_up {
        return Ok(());
    }
    std::thread::sleep(answer.pause);
    stream.write_all(second)
}
