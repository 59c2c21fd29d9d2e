//! A scanner in the network, of our own make: speaks eSCL over loopback, and
//! fails in every way that scanners do, when the plan says so.

mod answers;
mod http;
mod paper;

pub use paper::bars;

use answers::State;
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::PrivatePkcs8KeyDer;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// What `Location` says of a new job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
    Right,
    WrongHost,
    PathOnly,
    Missing,
}

/// How the scanner behaves. The default has glass, a feeder with three sheets,
/// and no faults.
#[derive(Debug, Clone)]
pub struct Plan {
    pub sheets: usize,
    pub has_glass: bool,
    pub has_feeder: bool,
    /// Orders answered 503 before one is taken.
    pub busy_orders: u32,
    /// Pages answered 503 before one comes.
    pub warming: u32,
    pub jam_at: Option<usize>,
    pub cover_open_at: Option<usize>,
    pub gone_at: Option<usize>,
    /// The page ends early, its length announced as if it were whole.
    pub truncated_at: Option<usize>,
    /// The scanner hangs up in the midst of the page.
    pub hang_up_at: Option<usize>,
    pub refuses: bool,
    pub denies: bool,
    pub location: Location,
    /// The end of the stack is 409 instead of 404.
    pub end_by_409: bool,
    /// The feeder never gets empty.
    pub endless: bool,
    /// Pause in the midst of each page.
    pub slow: Duration,
    /// Speaks https, with a certificate that nobody signed.
    pub encrypted: bool,
    /// Says this instead of what it can do.
    pub capabilities: Option<String>,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            sheets: 3,
            has_glass: true,
            has_feeder: true,
            busy_orders: 0,
            warming: 0,
            jam_at: None,
            cover_open_at: None,
            gone_at: None,
            truncated_at: None,
            hang_up_at: None,
            refuses: false,
            denies: false,
            location: Location::Right,
            end_by_409: false,
            endless: false,
            slow: Duration::ZERO,
            encrypted: false,
            capabilities: None,
        }
    }
}

/// A running scanner; switched off when dropped.
pub struct Simulator {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    off: Arc<AtomicBool>,
    door: Option<JoinHandle<()>>,
}

impl Simulator {
    pub fn start(plan: Plan) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let keys = plan.encrypted.then(keys);
        let state = Arc::new(Mutex::new(State::new(plan, address)));
        let off = Arc::new(AtomicBool::new(false));
        let (shared, stop) = (Arc::clone(&state), Arc::clone(&off));
        let door = std::thread::spawn(move || {
            for guest in listener.incoming() {
                if stop.load(Ordering::SeqCst) {
                    return;
                }
                let (guest, state, keys) = (guest.unwrap(), Arc::clone(&shared), keys.clone());
                std::thread::spawn(move || http::serve(guest, &state, keys));
            }
        });
        Self {
            address,
            state,
            off,
            door: Some(door),
        }
    }

    /// Its address as staff would type it.
    pub fn address(&self) -> String {
        self.address.to_string()
    }

    /// Jobs that were ended from outside.
    pub fn ended(&self) -> Vec<usize> {
        self.state.lock().unwrap().ended.clone()
    }

    /// The last order, in XML.
    pub fn order(&self) -> String {
        self.state.lock().unwrap().orders.last().unwrap().clone()
    }
}

/// Keys made this moment, for a name that is not the scanner's.
fn keys() -> Arc<ServerConfig> {
    let made = rcgen::generate_simple_self_signed(["printer.invalid".to_owned()]).unwrap();
    let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    let configuration = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key.into())
        .unwrap();
    Arc::new(configuration)
}

impl Drop for Simulator {
    fn drop(&mut self) {
        self.off.store(true, Ordering::SeqCst);
        // Wakes the door.
        let _ = TcpStream::connect(self.address);
        let _ = self.door.take().unwrap().join();
    }
}
