//! The W3C WebDriver protocol, as far as the window tests need it.

use super::place::Place;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

/// Name of an element reference, fixed by the standard (section 12.2).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

const FINDER: &str = include_str!("find.js");

/// A thing on the page.
#[derive(Debug, Clone)]
pub struct Element(String);

impl Element {
    fn from_json(value: &Value) -> Option<Self> {
        value.get(ELEMENT)?.as_str().map(|id| Self(id.to_owned()))
    }

    /// As an argument of a script.
    pub fn to_json(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

/// A conversation with one window.
pub struct Session {
    agent: ureq::Agent,
    base: String,
}

impl Session {
    /// Starts `program` through the driver that listens, or soon will, on `port`.
    pub fn open(port: u16, program: &Path) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(90)));
        let mut session = Self {
            agent: config.build().into(),
            base: format!("http://127.0.0.1:{port}"),
        };
        let wanted = json!({ "tauri:options": { "application": program } });
        let request = json!({ "capabilities": { "alwaysMatch": wanted } });
        let start = Instant::now();
        let answer = loop {
            match session.post("/session", &request) {
                Ok(answer) => break answer,
                Err(_) if start.elapsed() < Duration::from_secs(30) => {
                    std::thread::sleep(Duration::from_millis(50));
                }
                Err(error) => panic!("the window did not open: {error}"),
            }
        };
        let id = answer["sessionId"].as_str().expect("a session").to_owned();
        session.base = format!("{}/session/{id}", session.base);
        session
    }

    /// Ends the conversation, which closes the window.
    pub fn close(&self) {
        // The window may be gone before it could answer.
        let _ = self.agent.delete(&self.base).call();
    }

    pub fn title(&self) -> String {
        self.get("/title")
            .expect("a title")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// All that is to be seen at `place`, in order of the page.
    pub fn elements(&self, place: &Place) -> Result<Vec<Element>, String> {
        let found = self.script(FINDER, &[place.to_json()])?;
        let found = found.as_array().map(Vec::as_slice).unwrap_or_default();
        Ok(found.iter().filter_map(Element::from_json).collect())
    }

    pub fn click(&self, element: &Element) -> Result<(), String> {
        self.post(&format!("/element/{}/click", element.0), &json!({}))
            .map(drop)
    }

    /// Types into an element, or hands a file input a path.
    pub fn send_keys(&self, element: &Element, text: &str) -> Result<(), String> {
        self.post(
            &format!("/element/{}/value", element.0),
            &json!({ "text": text }),
        )
        .map(drop)
    }

    /// Input events as from real devices.
    pub fn act(&self, sources: &Value) -> Result<(), String> {
        self.post("/actions", &json!({ "actions": sources }))
            .map(drop)
    }

    pub fn script(&self, script: &str, arguments: &[Value]) -> Result<Value, String> {
        self.post(
            "/execute/sync",
            &json!({ "script": script, "args": arguments }),
        )
    }

    pub fn resize(&self, width: u32, height: u32) {
        let rect = json!({ "x": 0, "y": 0, "width": width, "height": height });
        self.post("/window/rect", &rect).expect("a new size");
    }

    /// The page as PNG.
    pub fn screenshot(&self) -> Result<Vec<u8>, String> {
        let picture = self.get("/screenshot")?;
        let picture = picture.as_str().unwrap_or_default();
        STANDARD.decode(picture).map_err(|error| error.to_string())
    }

    fn get(&self, path: &str) -> Result<Value, String> {
        answer(self.agent.get(format!("{}{path}", self.base)).call())
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        answer(
            self.agent
                .post(format!("{}{path}", self.base))
                .send_json(body),
        )
    }
}

fn answer(
    response: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
) -> Result<Value, String> {
    let mut response = response.map_err(|error| error.to_string())?;
    let said: Value = response
        .body_mut()
        .read_json()
        .map_err(|error| error.to_string())?;
    match said["value"].get("error") {
        Some(error) => Err(format!("{error}: {}", said["value"]["message"])),
        None => Ok(said["value"].clone()),
    }
}
