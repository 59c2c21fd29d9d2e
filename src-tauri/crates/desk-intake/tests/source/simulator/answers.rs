//! What the scanner answers, and what it remembers.

use super::http::Request;
use super::paper;
use super::{Location, Plan};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Duration;

const NAMES: &str = "xmlns:pwg=\"http://www.pwg.org/schemas/2010/12/sm\" \
                     xmlns:scan=\"http://schemas.hp.com/imaging/escl/2011/05/03\"";

pub struct Answer {
    pub status: u16,
    pub media: &'static str,
    pub location: Option<String>,
    pub body: Vec<u8>,
    pub hangs_up: bool,
    pub pause: Duration,
}

impl Answer {
    fn status(status: u16) -> Self {
        Self {
            status,
            media: "text/plain",
            location: None,
            body: Vec::new(),
            hangs_up: false,
            pause: Duration::ZERO,
        }
    }

    fn xml(text: String) -> Self {
        Self {
            media: "text/xml",
            body: text.into_bytes(),
            ..Self::status(200)
        }
    }
}

struct Job {
    left: usize,
    sent: usize,
    is_feeder: bool,
    dpi: u32,
    size: (u32, u32),
    is_grey: bool,
    is_png: bool,
    is_dead: bool,
}

pub struct State {
    plan: Plan,
    address: SocketAddr,
    feeder: &'static str,
    jobs: BTreeMap<usize, Job>,
    pub orders: Vec<String>,
    pub ended: Vec<usize>,
}

impl State {
    pub fn new(plan: Plan, address: SocketAddr) -> Self {
        Self {
            feeder: if plan.sheets == 0 {
                "ScannerAdfEmpty"
            } else {
                "ScannerAdfLoaded"
            },
            plan,
            address,
            jobs: BTreeMap::new(),
            orders: Vec::new(),
            ended: Vec::new(),
        }
    }

    pub fn answer(&mut self, request: &Request) -> Answer {
        let parts: Vec<&str> = request.path.trim_matches('/').split('/').collect();
        match (request.method.as_str(), &parts[..]) {
            _ if self.plan.denies => Answer::status(401),
            ("GET", ["eSCL", "ScannerCapabilities"]) => {
                let other = self.plan.capabilities.clone();
                Answer::xml(other.unwrap_or_else(|| self.capabilities()))
            }
            ("GET", ["eSCL", "ScannerStatus"]) => Answer::xml(self.status()),
            ("POST", ["eSCL", "ScanJobs"]) => self.order(&request.body),
            ("GET", ["eSCL", "ScanJobs", job, "NextDocument"]) => self.page(job.parse().unwrap()),
            ("DELETE", ["eSCL", "ScanJobs", job]) => self.end(job.parse().unwrap()),
            _ => Answer::status(404),
        }
    }

    fn capabilities(&self) -> String {
        let words = |tag: &str, all: &[&str]| -> String {
            all.iter()
                .map(|word| format!("<{tag}>{word}</{tag}>"))
                .collect()
        };
        let resolution = |dpi: u32| {
            format!(
                "<scan:DiscreteResolution><scan:XResolution>{dpi}</scan:XResolution>\
                 <scan:YResolution>{dpi}</scan:YResolution></scan:DiscreteResolution>"
            )
        };
        let formats = ["image/jpeg", "image/png"];
        let profile = format!(
            "<scan:SettingProfiles><scan:SettingProfile><scan:ColorModes>{}</scan:ColorModes>\
             <scan:DocumentFormats>{}{}</scan:DocumentFormats><scan:SupportedResolutions>\
             <scan:DiscreteResolutions>{}{}{}</scan:DiscreteResolutions>\
             </scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles>",
            words("scan:ColorMode", &["Grayscale8", "RGB24"]),
            words("pwg:DocumentFormat", &formats),
            words("scan:DocumentFormatExt", &formats),
            resolution(75),
            resolution(200),
            resolution(300),
        );
        let place = |tag: &str, height: u32| {
            format!(
                "<scan:{tag}><scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth>\
                 <scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>{height}</scan:MaxHeight>\
                 <scan:MaxScanRegions>1</scan:MaxScanRegions>{profile}</scan:{tag}>"
            )
        };
        let glass = format!(
            "<scan:Platen>{}</scan:Platen>",
            place("PlatenInputCaps", 3508)
        );
        let feeder = format!(
            "<scan:Adf>{}{}<scan:FeederCapacity>35</scan:FeederCapacity><scan:AdfOptions>\
             <scan:AdfOption>DetectPaperLoaded</scan:AdfOption>\
             <scan:AdfOption>Duplex</scan:AdfOption></scan:AdfOptions></scan:Adf>",
            place("AdfSimplexInputCaps", 4200),
            place("AdfDuplexInputCaps", 4200),
        );
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><scan:ScannerCapabilities {NAMES}>\
             <pwg:Version>2.63</pwg:Version><pwg:MakeAndModel>Trial Scanner 400</pwg:MakeAndModel>\
             <scan:UUID>00000000-1111-2222-3333-444455556666</scan:UUID>{}{}\
             </scan:ScannerCapabilities>",
            if self.plan.has_glass {
                glass
            } else {
                String::new()
            },
            if self.plan.has_feeder {
                feeder
            } else {
                String::new()
            },
        )
    }

    fn status(&self) -> String {
        let busy = self.jobs.values().any(|job| !job.is_dead && job.left > 0);
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><scan:ScannerStatus {NAMES}>\
             <pwg:Version>2.63</pwg:Version><pwg:State>{}</pwg:State>\
             <scan:AdfState>{}</scan:AdfState></scan:ScannerStatus>",
            if busy { "Processing" } else { "Idle" },
            self.feeder
        )
    }

    fn order(&mut self, order: &str) -> Answer {
        self.orders.push(order.to_owned());
        if self.plan.busy_orders > 0 {
            self.plan.busy_orders -= 1;
            return Answer::status(503);
        }
        let number = |tag| word(order, tag).parse().unwrap_or(0);
        let dpi = number("XResolution");
        let is_feeder = word(order, "InputSource") == "Feeder";
        let empty = self.plan.sheets == 0 && !self.plan.endless;
        if self.plan.refuses || ![75, 200, 300].contains(&dpi) || is_feeder && empty {
            return Answer::status(409);
        }
        let sides = if word(order, "Duplex") == "true" {
            2
        } else {
            1
        };
        let sheets = if is_feeder {
            std::mem::take(&mut self.plan.sheets)
        } else {
            1
        };
        let job = Job {
            left: if self.plan.endless {
                usize::MAX
            } else {
                sheets * sides
            },
            sent: 0,
            is_feeder,
            dpi,
            size: (number("Width"), number("Height")),
            is_grey: word(order, "ColorMode") == "Grayscale8",
            is_png: order.contains("image/png"),
            is_dead: false,
        };
        let at = self.jobs.len() + 1;
        self.jobs.insert(at, job);
        Answer {
            location: match self.plan.location {
                Location::Right => Some(format!("http://{}/eSCL/ScanJobs/{at}", self.address)),
                Location::WrongHost => {
                    Some(format!("http://printer.invalid:80/eSCL/ScanJobs/{at}/"))
                }
                Location::PathOnly => Some(format!("/eSCL/ScanJobs/{at}")),
                Location::Missing => None,
            },
            ..Answer::status(201)
        }
    }

    fn page(&mut self, at: usize) -> Answer {
        if self.plan.warming > 0 {
            self.plan.warming -= 1;
            return Answer::status(503);
        }
        let Some(job) = self.jobs.get_mut(&at) else {
            return Answer::status(404);
        };
        let next = Some(job.sent + 1);
        if job.is_dead {
            return Answer::status(410);
        }
        if job.left == 0 {
            if job.is_feeder {
                self.feeder = "ScannerAdfEmpty";
            }
            return Answer::status(if self.plan.end_by_409 { 409 } else { 404 });
        }
        let stops = [
            (self.plan.jam_at, "ScannerAdfJam", 409),
            (self.plan.cover_open_at, "ScannerAdfHatchOpen", 409),
            (self.plan.gone_at, self.feeder, 410),
        ];
        if let Some((_, feeder, status)) = stops.into_iter().find(|(at, _, _)| *at == next) {
            self.feeder = feeder;
            job.is_dead = true;
            return Answer::status(status);
        }
        let mut body = paper::draw(job.sent + 1, job.size, job.dpi, job.is_grey, job.is_png);
        if self.plan.truncated_at == next {
            body.truncate(body.len() / 2);
        }
        job.left -= 1;
        job.sent += 1;
        Answer {
            media: if job.is_png {
                "image/png"
            } else {
                "image/jpeg"
            },
            body,
            hangs_up: self.plan.hang_up_at == next,
            pause: self.plan.slow,
            ..Answer::status(200)
        }
    }

    fn end(&mut self, at: usize) -> Answer {
        let Some(job) = self.jobs.get_mut(&at) else {
            return Answer::status(404);
        };
        job.is_dead = true;
        self.ended.push(at);
        Answer::status(200)
    }
}

/// The text of the first element of this name.
fn word<'a>(xml: &'a str, tag: &str) -> &'a str {
    let Some((_, rest)) = xml.split_once(&format!(":{tag}>")) else {
        return "";
    };
    rest.split('<').next().unwrap_or_default().trim()
}
