//! The agreement's text by edition: the firm's own text comes in word for word,
//! is checked, published and printed; what was printed before keeps its own.

use crate::desk::{archived, complete, log, on_number, print};
use crate::office::Office;
use desk_app::flow::agreement::{self, AgreementRef};
use desk_app::flow::text::{self, TextImport, TextRef, TextSave};
use desk_domain::edition::EditionState;

const FIRMS_OWN: &str = "诚实守信  合作共赢

  我方服务协议
                                             编号：
甲方：郑州示例启明通信技术有限公司

乙方：                                      （这里简称客户  ）
根据《中华人民共和国合同法》，双方达成如下协议：

第一条：服务
1、甲方为客户提供的400电话号码为                    。
2、合同金额为        元。
第二条：附则
本协议一式二份，双方签字盖章后生效。
甲方：（盖章）                            乙方：（盖章）
代表人：                                 代表人：
日期：      年    月    日               日期：      年    月    日
";

#[test]
fn an_imported_text_is_checked_published_and_printed_and_older_agreements_keep_theirs() {
    let office = Office::open();
    let before = office.printed();
    let request = TextImport {
        name: "公司文本".to_owned(),
        effective: "2026-11-22".to_owned(),
        bytes: FIRMS_OWN.as_bytes().to_vec(),
    };
    let imported = text::read(&office.desk, request).unwrap();
    let findings = &imported.checked.findings;
    let repealed = |message: &str| message.contains("民法典");
    assert!(findings.iter().any(|finding| repealed(&finding.message)));
    let saved = text::save(
        &office.desk,
        TextSave {
            id: None,
            text: imported.text,
        },
    )
    .unwrap();
    assert_eq!(saved.line.state, EditionState::Draft);
    let id = saved.line.id;
    let published = text::publish(&office.desk, TextRef { id }).unwrap();
    assert!(published.line.in_force);
    let after = print(
        &office.desk,
        complete(&office.desk, on_number("4008000199")),
    )
    .unwrap();
    let edition = |number: &str| {
        let number = number.to_owned();
        agreement::show(&office.desk, AgreementRef { number })
            .unwrap()
            .edition
    };
    assert_eq!(edition(&after.line.number), "公司文本");
    assert_eq!(edition(&before.line.number), "2026-01");
    assert!(!archived(&office.desk, &after).is_empty());
    let changed = TextSave {
        id: Some(id),
        text: "改过".to_owned(),
    };
    assert_eq!(
        text::save(&office.desk, changed).unwrap_err().code,
        "EditionStep"
    );
}

#[test]
fn the_front_desk_reads_texts_and_changes_none() {
    let office = Office::open();
    let front = office.front_desk();
    assert_eq!(text::list(&front, ()).unwrap().len(), 1);
    let save = TextSave {
        id: None,
        text: String::new(),
    };
    assert_eq!(text::save(&front, save).unwrap_err().code, "NotPermitted");
}

#[test]
fn papers_leave_the_office_as_one_file_under_their_purpose() {
    let office = Office::open();
    let printed = office.printed();
    let number = printed.line.number;
    let saved = agreement::save_papers(&office.desk, AgreementRef { number }).unwrap();
    let pdf = std::fs::read(saved.path).unwrap();
    assert!(pdf.starts_with(b"%PDF"));
}

#[test]
fn a_draft_can_be_thrown_away_and_nothing_that_was_published() {
    let office = Office::open();
    let desk = &office.desk;
    let own = text::list(desk, ()).unwrap().remove(0);
    let text = text::show(desk, TextRef { id: own.id }).unwrap().text;
    let text = text.replacen(&own.name, "弃稿", 1);
    let draft = text::save(desk, TextSave { id: None, text }).unwrap();
    let id = draft.line.id;
    let front = office.front_desk();
    let refused = text::discard(&front, TextRef { id }).unwrap_err();
    assert_eq!(refused.code, "NotPermitted");
    let left = text::discard(desk, TextRef { id }).unwrap();
    assert!(left.iter().all(|line| line.id != id), "{left:?}");
    assert_eq!(
        text::show(desk, TextRef { id }).unwrap_err().code,
        "EditionUnknown"
    );
    assert!(log(desk)[0].starts_with("edition_discarded"));
    let kept = text::discard(desk, TextRef { id: own.id }).unwrap_err();
    assert_eq!(kept.code, "EditionStep");
}
