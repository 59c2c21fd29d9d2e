//! Where a scanner is: `192.168.1.20`, `192.168.1.20:8080/eSCL`,
//! `https://[fe80::1]/eSCL`. Refuses addresses that carry a name and password.

use super::super::ScanError;
use std::fmt;
use std::str::FromStr;
use ureq::http::Uri;
use ureq::http::uri::{Authority, PathAndQuery};

/// The path at which nearly all scanners answer.
const USUAL: &str = "eSCL";

/// Address of a scanner, without a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Address {
    scheme: &'static str,
    authority: Authority,
    /// Without slashes at either end.
    path: String,
}

impl FromStr for Address {
    type Err = ScanError;

    fn from_str(typed: &str) -> Result<Self, ScanError> {
        let invalid = || ScanError::AddressInvalid {
            address: typed.to_owned(),
        };
        let text = typed.trim();
        let (scheme, rest) = match text.split_once("://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => ("http", rest),
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => ("https", rest),
            Some(_) => return Err(invalid()),
            None => ("http", text),
        };
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let path = path.trim_matches('/');
        let path = if path.is_empty() { USUAL } else { path };
        Self::new(scheme, authority, path).ok_or_else(invalid)
    }
}

impl Address {
    /// From parts that were found; nothing if they make no address.
    pub(super) fn new(scheme: &'static str, authority: &str, path: &str) -> Option<Self> {
        let authority: Authority = authority.parse().ok()?;
        // "host:" and a port beyond 65535 parse as an authority without one.
        let odd_port =
            authority.port().is_none() && authority.as_str().len() != authority.host().len();
        let path: PathAndQuery = format!("/{}", path.trim_matches('/')).parse().ok()?;
        let bad = authority.host().is_empty()
            || authority.as_str().contains('@')
            || odd_port
            || authority.port_u16() == Some(0)
            || path.query().is_some();
        (!bad).then(|| Self {
            scheme,
            authority,
            path: path.path().trim_matches('/').to_owned(),
        })
    }

    /// Name or number of the host.
    #[must_use]
    pub fn host(&self) -> &str {
        self.authority.host()
    }

    /// Whether it is reached over https.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.scheme == "https"
    }

    /// The address of something beneath it.
    pub(super) fn below(&self, path: &str) -> String {
        format!("{self}/{path}")
    }

    /// The address of a job, as given in `Location`. Scanners write their own
    /// host wrongly (a name nobody resolves, port 80), so only the path counts,
    /// and the host stays the one chosen.
    pub(super) fn of_job(&self, location: &str) -> Option<String> {
        let location = location.trim().trim_end_matches('/');
        let path = match location.split_once("://") {
            Some((_, rest)) => rest.find('/').map(|at| &rest[at..])?,
            None => location,
        };
        let whole = match path.strip_prefix('/') {
            Some(path) => format!("{}://{}/{path}", self.scheme, self.authority),
            None if path.is_empty() => return None,
            None => self.below(path),
        };
        whole.parse::<Uri>().is_ok().then_some(whole)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}/{}", self.scheme, self.authority, self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Option<String> {
        typed.parse::<Address>().ok().map(|at| at.to_string())
    }

    #[test]
    fn an_address_needs_no_more_than_a_host() {
        let whole = |text: &str| Some(text.to_owned());
        assert_eq!(read("192.168.1.20"), whole("http://192.168.1.20/eSCL"));
        assert_eq!(read(" 10.0.0.5:8080 "), whole("http://10.0.0.5:8080/eSCL"));
        assert_eq!(read("mfp.local/scan/x/"), whole("http://mfp.local/scan/x"));
        assert_eq!(read("HTTPS://[fe80::1]/"), whole("https://[fe80::1]/eSCL"));
        assert_eq!(read("http://a/eSCL"), read(&read("a").unwrap()));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for typed in [
            "",
            "ftp://a",
            "a b",
            "user:word@a",
            "a:99999",
            "a:0",
            "a:",
            "http://",
            "a/x?y",
            "扫描仪",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_job_stays_with_the_host_that_was_chosen() {
        let at: Address = "10.0.0.5:8080".parse().unwrap();
        let job = Some("http://10.0.0.5:8080/eSCL/ScanJobs/7".to_owned());
        assert_eq!(at.of_job("http://printer.invalid:80/eSCL/ScanJobs/7/"), job);
        assert_eq!(at.of_job("/eSCL/ScanJobs/7"), job);
        assert_eq!(at.of_job("ScanJobs/7"), job);
        assert_eq!(at.of_job("http://evil"), None);
        assert_eq!(at.of_job(""), None);
        assert_eq!(at.of_job("/a b\r\nX: y"), None);
    }
}
