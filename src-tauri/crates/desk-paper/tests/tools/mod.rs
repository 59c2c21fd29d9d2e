//! Other people's tools held against our files; where one is not installed,
//! nothing is asked of it.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::process::Command;

/// Runs a tool over a PDF (`PDF` stands for its path); `None` where it is not
/// installed.
pub fn tool(name: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).expect("written");
    let arguments = arguments.iter().map(|argument| match *argument {
        "PDF" => file.as_os_str(),
        other => other.as_ref(),
    });
    let output = Command::new(name).args(arguments).output().ok()?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name}: {complaint}");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// `qpdf` finds nothing wrong.
pub fn sound(pdf: &[u8], name: &str) {
    if let Some(report) = tool("qpdf", &["--check", "PDF"], pdf) {
        let clean = "No syntax or stream encoding errors";
        assert!(report.contains(clean), "{name}: {report}");
    }
}

/// All words of a file without white space.
pub fn text(pdf: &[u8]) -> Option<String> {
    let text = tool("pdftotext", &["-layout", "PDF", "-"], pdf)?;
    Some(text.chars().filter(|c| !c.is_whitespace()).collect())
}
