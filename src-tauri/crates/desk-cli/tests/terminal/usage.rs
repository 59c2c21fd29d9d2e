//! What the program says of itself, and of a command line it cannot read.

use crate::office::{feed, run};

#[test]
fn help_is_chinese_and_names_every_command() {
    let told = run(&["--help"]).done();
    for word in [
        "用法：",
        "命令",
        "选项",
        "init",
        "check",
        "capitals",
        "order",
        "agreement",
        "number",
        "search",
        "verify",
        "backup",
        "restore",
        "demo",
    ] {
        assert!(told.out.contains(word), "{word} in {}", told.out);
    }
    for english in ["Usage:", "Options:", "Commands:", "Print help"] {
        assert!(!told.out.contains(english), "{english} in {}", told.out);
    }
}

#[test]
fn help_of_a_command_is_chinese_too() {
    for words in [
        &["order", "print", "--help"][..],
        &["agreement", "--help"],
        &["check", "--help"],
    ] {
        let told = run(words).done();
        assert!(
            told.out.contains("用法：") && !told.out.contains("Usage:"),
            "{}",
            told.out
        );
        for english in [
            "Arguments:",
            "Options:",
            "[OPTIONS]",
            "[default",
            "<COMMAND>",
        ] {
            assert!(!told.out.contains(english), "{english} in {}", told.out);
        }
    }
}

#[test]
fn a_wrong_command_line_is_told_in_chinese_with_status_2() {
    for words in [
        &["nonsense"][..],
        &["check"],
        &["check", "nonsense"],
        &["init"],
        &["order"],
        &["order", "print", "o.json"],
        &[
            "order", "print", "o.json", "--attach", "licence", "--out", "x.pdf",
        ],
        &[
            "order",
            "print",
            "o.json",
            "--attach",
            "nonsense=a.jpg",
            "--out",
            "x.pdf",
        ],
        &["agreement", "void", "QM-2026-000001"],
        &["number", "list", "--state", "nonsense"],
        &["search"],
        &["verify", "--nonsense"],
    ] {
        let told = run(words);
        assert_eq!(told.status, 2, "{words:?}: {}{}", told.out, told.err);
        assert!(
            !told.err.is_ascii() && !told.err.contains("error:"),
            "{words:?}: {}",
            told.err
        );
        assert!(told.out.is_empty(), "{words:?}: {}", told.out);
    }
}

#[test]
fn the_template_is_json_with_every_field_explained() {
    let told = run(&["order", "template"]).done();
    let template = told.json();
    assert!(
        template["company"]["//code"]
            .as_str()
            .unwrap()
            .contains("统一社会信用代码")
    );
    assert_eq!(
        run(&["order", "template", "--json"]).done().json(),
        template
    );
}

#[test]
fn without_a_terminal_nobody_is_asked_for_a_password() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    let told = feed(&["agreement", "list", "--data", &data], b"nobody\n").refused();
    assert!(told.err.contains("DESK400_STAFF"), "{}", told.err);
}
