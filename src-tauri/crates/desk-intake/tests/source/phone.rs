//! The upload page, with a real HTTP client in the telephone's place.

use crate::hurried;
use desk_intake::Media;
use desk_intake::source::phone::Phone;
use desk_intake::source::{
    Cancel, Event, ImageSource, News, Profile, Scan, ScanError, ScanLimits, UploadPage,
};
use std::io::Write;
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use ureq::Agent;
use ureq::http::Response;

const LONG: Duration = Duration::from_secs(5);

fn fixture(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sound");
    std::fs::read(folder.join(name)).unwrap()
}

fn open(limits: ScanLimits) -> (Scan, UploadPage) {
    let source = Arc::new(Phone::new(limits));
    let scan = Scan::start(source, "127.0.0.1", Profile::Licence.wish()).unwrap();
    match scan.next(LONG) {
        Some(News::Event(Event::Open(page))) => (scan, page),
        other => panic!("{other:?}"),
    }
}

/// A telephone: keeps no cookie that it is not given.
struct Telephone {
    agent: Agent,
    cookie: String,
}

impl Telephone {
    fn new() -> Self {
        let configuration = Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None);
        Self {
            agent: configuration.build().new_agent(),
            cookie: String::new(),
        }
    }

    fn opens(&mut self, url: &str) -> Response<ureq::Body> {
        let answer = self
            .agent
            .get(url)
            .header("Cookie", &self.cookie)
            .call()
            .unwrap();
        if let Some(cookie) = answer.headers().get("set-cookie") {
            let cookie = cookie.to_str().unwrap();
            assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"));
            cookie
                .split(';')
                .next()
                .unwrap()
                .clone_into(&mut self.cookie);
        }
        answer
    }

    fn sends(&self, url: &str, bytes: &[u8]) -> u16 {
        let request = self.agent.post(format!("{url}/page"));
        let answer = request.header("Cookie", &self.cookie).send(bytes).unwrap();
        answer.status().as_u16()
    }

    fn is_done(&self, url: &str) -> u16 {
        let request = self.agent.post(format!("{url}/done"));
        let answer = request.header("Cookie", &self.cookie).send_empty().unwrap();
        answer.status().as_u16()
    }
}

#[test]
fn several_photographs_are_sent_and_the_telephone_ends_it() {
    let (scan, page) = open(hurried());
    let mut telephone = Telephone::new();
    let mut answer = telephone.opens(&page.url);
    assert_eq!(answer.status(), 200);
    let policy = answer.headers()["content-security-policy"]
        .to_str()
        .unwrap()
        .to_owned();
    let text = answer.body_mut().read_to_string().unwrap();
    assert!(
        text.contains("没有加密"),
        "it is said that nothing is encrypted"
    );
    let nonce = text
        .split("nonce=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    assert!(policy.contains(&format!("'nonce-{nonce}'")) && nonce.len() == 32);

    let photos = [
        ("quad.jpg", Media::Jpeg),
        ("quad.heic", Media::Heic),
        ("quad.pdf", Media::Pdf),
    ];
    for (at, (name, media)) in photos.into_iter().enumerate() {
        let sent = fixture(name);
        assert_eq!(telephone.sends(&page.url, &sent), 204);
        let Some(News::Event(Event::Page(got))) = scan.next(LONG) else {
            panic!("{name} was not delivered");
        };
        assert_eq!((got.media, got.bytes), (media, sent));
        assert_eq!(got.name, format!("phone-{:03}.{}", at + 1, media.ending()));
    }
    assert_eq!(telephone.is_done(&page.url), 204);
    assert_eq!(scan.next(LONG), Some(News::Ended(Ok(3))));
}

#[test]
fn the_code_on_the_screen_opens_for_one_telephone() {
    let (_scan, page) = open(hurried());
    assert!(!page.encrypted);
    assert!(page.svg.starts_with("<?xml") && page.svg.contains("<svg"));
    let (mut first, mut second) = (Telephone::new(), Telephone::new());
    assert_eq!(first.opens(&page.url).status(), 200);
    let mut turned_away = second.opens(&page.url);
    assert_eq!(turned_away.status(), 403);
    assert!(
        turned_away
            .body_mut()
            .read_to_string()
            .unwrap()
            .contains("重新生成")
    );
    assert_eq!(second.sends(&page.url, &fixture("quad.jpg")), 404);
    assert_eq!(
        first.opens(&page.url).status(),
        200,
        "it may be loaded again"
    );
}

#[test]
fn without_the_token_there_is_nothing_to_see() {
    let (_scan, page) = open(hurried());
    let (origin, token) = page.url.rsplit_once('/').unwrap();
    assert!(token.len() == 32 && token.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let mut stranger = Telephone::new();
    for path in [
        "",
        "favicon.ico",
        &"0".repeat(32),
        &token[..31],
        "../etc/passwd",
    ] {
        let answer = stranger.opens(&format!("{origin}/{path}"));
        assert_eq!(answer.status(), 404, "{path}");
        assert!(answer.headers().get("set-cookie").is_none());
    }
    assert_eq!(stranger.is_done(&page.url), 404);
}

#[test]
fn what_is_no_photograph_or_too_large_is_refused() {
    let limits = ScanLimits {
        max_page_bytes: 50_000,
        max_pages: 2,
        ..hurried()
    };
    let (scan, page) = open(limits);
    let mut telephone = Telephone::new();
    telephone.opens(&page.url);
    let jpeg = fixture("quad-gray.jpg");
    assert_eq!(telephone.sends(&page.url, b"MZ this is a program"), 415);
    assert_eq!(telephone.sends(&page.url, b""), 415);
    assert_eq!(telephone.sends(&page.url, &jpeg[..jpeg.len() - 40]), 422);
    assert_eq!(telephone.sends(&page.url, &vec![0; 50_001]), 413);
    assert_eq!(telephone.sends(&page.url, &jpeg), 204);
    assert_eq!(telephone.sends(&page.url, &jpeg), 204);
    assert_eq!(telephone.sends(&page.url, &jpeg), 429);
    scan.cancel();
    let delivered = std::iter::from_fn(|| scan.next(LONG))
        .take_while(|news| !matches!(news, News::Ended(_)))
        .count();
    assert_eq!(delivered, 2);
}

#[test]
fn a_telephone_that_stops_in_the_midst_keeps_nobody_waiting() {
    let (scan, page) = open(hurried());
    let mut telephone = Telephone::new();
    telephone.opens(&page.url);
    let address = page.url.split('/').nth(2).unwrap();
    let token = page.url.rsplit('/').next().unwrap();
    let mut stuck = TcpStream::connect(address).unwrap();
    write!(
        stuck,
        "POST /{token}/page HTTP/1.1\r\nHost: x\r\nCookie: {}\r\nContent-Length: 90000\r\n\r\nabc",
        telephone.cookie
    )
    .unwrap();
    assert_eq!(telephone.sends(&page.url, &fixture("quad.jpg")), 204);
    assert!(matches!(scan.next(LONG), Some(News::Event(Event::Page(_)))));
    let started = Instant::now();
    scan.cancel();
    assert_eq!(scan.next(LONG), Some(News::Ended(Ok(1))));
    assert!(started.elapsed() < Duration::from_secs(1));
}

#[test]
fn nothing_listens_when_time_is_up() {
    let mut limits = hurried();
    limits.pace.phone_open = Duration::from_millis(100);
    let (scan, page) = open(limits);
    assert_eq!(scan.next(LONG), Some(News::Ended(Ok(0))));
    let address = page.url.split('/').nth(2).unwrap();
    let deadline = Instant::now() + LONG;
    // The door is closed by a thread of its own, a moment later.
    while TcpStream::connect(address).is_ok() {
        assert!(Instant::now() < deadline, "still listening");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn it_listens_on_one_address_that_is_this_computers() {
    let phone = Phone::new(hurried());
    let wish = Profile::Licence.wish();
    let outcome = |ip: &str| phone.scan(ip, &wish, &Cancel::new(), &mut |_| {});
    assert_eq!(outcome("0.0.0.0"), Err(ScanError::DeviceUnknown));
    assert_eq!(outcome("::"), Err(ScanError::DeviceUnknown));
    assert_eq!(outcome("wlan0"), Err(ScanError::DeviceUnknown));
    // Kept for documentation (RFC 5737), so nobody's.
    assert!(matches!(
        outcome("192.0.2.1"),
        Err(ScanError::PageUnopened(_))
    ));
}

#[test]
fn loopback_is_no_network_for_a_telephone() {
    let devices = Phone::new(hurried()).devices(&Cancel::new()).unwrap();
    assert!(
        devices.iter().all(|device| !device.id.starts_with("127.")),
        "{devices:?}"
    );
}
