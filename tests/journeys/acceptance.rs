//! The main job: a company walks in with its papers and leaves with two copies.

use crate::desk::{self, blocked, print, stock};
use crate::office::Office;
use crate::pdf;
use desk_app::flow::agreement::{self, AgreementList, AgreementRef};
use desk_app::flow::backup;
use desk_app::flow::customer::{self, CustomerRef};
use desk_app::flow::order::{self, OrderList, OrderNew, OrderRef, OrderSave};
use desk_app::flow::paper::{self, PaperAdd, PaperRemove};
use desk_app::flow::search::{self, SearchRequest};
use desk_domain::form::{Business, Form};
use desk_domain::order::OrderState;
use desk_domain::paper::{Arrival, PaperKind};
use desk_domain::stock::NumberState;
use desk_tests::sample;

#[test]
fn from_papers_to_two_copies_at_the_front_desk() {
    let office = Office::open();
    let front = office.front_desk();
    let begun = order::begin(&front, OrderNew::default()).unwrap();
    assert_eq!(begun.state, OrderState::Draft);
    assert!(
        !begun.review.findings.is_empty(),
        "what is missing is in sight from the start"
    );

    desk::save(&front, begun.id, sample::form()).unwrap();
    for kind in sample::PAPERS {
        desk::attach(&front, begun.id, kind, sample::is_sealed(kind));
    }
    assert_eq!(blocked(&front, begun.id), Vec::<String>::new());
    let capitals = desk::show(&front, begun.id).review.capitals;
    assert!(
        capitals.values().any(|text| text.contains("壹仟贰佰元整")),
        "{capitals:?}"
    );

    let view = print(&front, begun.id).unwrap();
    assert_eq!(view.line.printed_by, sample::FRONT_DESK);
    assert_eq!(stock(&front, "4006000186").state, NumberState::InUse);
    let archived = desk::archived(&front, &view);
    let text = pdf::text(&archived);
    let form = sample::form();
    for words in [
        &form.company.name,
        &form.company.code,
        &form.handler.name,
        &form.number.purpose,
    ] {
        assert!(text.contains(words.as_str()), "{words}");
    }
    assert!(text.contains("400-600-0186"));
    assert_eq!(
        backup::verify(&office.desk, ()).unwrap().faults,
        Vec::<String>::new()
    );
}

#[test]
fn a_reprint_is_byte_identical() {
    let office = Office::open();
    let view = office.printed();
    let first = desk::archived(&office.desk, &view);
    let again = desk::archived(&office.manager_at(desk::day(2027, 5, 4)), &view);
    assert_eq!(first, again);
    assert!(first.starts_with(b"%PDF-"));
}

#[test]
fn a_draft_is_back_as_it_was_typed_right_or_wrong() {
    let office = Office::open();
    let mut form = sample::form();
    "９１61 有误".clone_into(&mut form.company.code);
    "  两端的空格也在  ".clone_into(&mut form.remarks);
    let id = desk::draft(&office.front_desk(), form.clone());
    assert_eq!(
        desk::show(&office.manager_at(desk::day(2026, 11, 23)), id).form,
        form
    );
    let open = order::list(
        &office.desk,
        OrderList {
            open_only: true,
            limit: 10,
        },
    )
    .unwrap();
    assert_eq!(open.iter().map(|line| line.id).collect::<Vec<_>>(), [id]);
}

#[test]
fn two_windows_do_not_overwrite_each_other() {
    let office = Office::open();
    let id = desk::draft(&office.desk, sample::form());
    let revision = desk::show(&office.desk, id).revision;
    let save = |form: Form| OrderSave { id, revision, form };
    let theirs = Form {
        remarks: "客户下午再来".to_owned(),
        ..sample::form()
    };
    order::save(&office.front_desk(), save(theirs.clone())).unwrap();
    let refused = order::save(&office.desk, save(Form::default())).unwrap_err();
    assert_eq!(refused.code, "Stale");
    assert_eq!(desk::show(&office.desk, id).form, theirs);
}

#[test]
fn a_form_with_control_characters_or_endless_text_prints_nothing() {
    let office = Office::open();
    let id = desk::complete(&office.desk, sample::form());
    for (field, text) in [
        ("company.name", "西安\u{7}样本".to_owned()),
        ("remarks", "很".repeat(10_000)),
    ] {
        let mut form = sample::form();
        match field {
            "remarks" => form.remarks = text,
            _ => form.company.name = text,
        }
        let saved = desk::save(&office.desk, id, form);
        let blocked = saved.is_err() || blocked(&office.desk, id).contains(&field.to_owned());
        assert!(blocked, "{field}");
    }
}

#[test]
fn a_file_that_is_no_picture_is_refused_and_leaves_nothing() {
    let office = Office::open();
    let order = desk::draft(&office.desk, sample::form());
    let whole = sample::paper(PaperKind::Licence);
    for (name, bytes) in [
        ("执照.jpg", b"not a picture".to_vec()),
        ("空.png", Vec::new()),
        ("断.jpg", whole[..900].to_vec()),
    ] {
        let (arrival, kind) = (Arrival::Upload, Some(PaperKind::Licence));
        let add = PaperAdd {
            order,
            file_name: name.to_owned(),
            arrival,
            kind,
            bytes,
        };
        let refused = paper::add(&office.desk, add).unwrap_err();
        assert!(!refused.message.is_ascii(), "{}", refused.message);
    }
    assert!(desk::show(&office.desk, order).papers.is_empty());
}

#[test]
fn a_paper_taken_off_no_longer_counts() {
    let office = Office::open();
    let id = desk::complete(&office.desk, sample::form());
    let papers = desk::show(&office.desk, id).papers;
    let licence = papers
        .iter()
        .find(|paper| paper.kind == PaperKind::Licence)
        .unwrap()
        .id;
    paper::remove(
        &office.desk,
        PaperRemove {
            id: licence,
            reason: "拿错了别家的执照".to_owned(),
        },
    )
    .unwrap();
    assert_eq!(blocked(&office.desk, id), ["papers.licence"]);
    assert_eq!(
        backup::verify(&office.desk, ()).unwrap().faults,
        Vec::<String>::new()
    );
}

#[test]
fn a_known_customer_is_found_by_initials_and_begins_the_next_form() {
    let office = Office::open();
    let view = office.printed();
    let find = |text: &str| {
        search::search(
            &office.desk,
            SearchRequest {
                text: text.to_owned(),
            },
        )
        .unwrap()
    };
    for text in ["样本泓", "xaybh", "4103176", "000186", "QM-2026-000001"] {
        let hits = find(text);
        let found = hits.customers.len() + hits.numbers.len() + hits.agreements.len();
        assert!(found > 0, "{text}");
    }
    assert!(find("没有这家公司").customers.is_empty());

    let id = find("xaybh").customers[0].id;
    let known = customer::show(&office.desk, CustomerRef { id }).unwrap();
    assert_eq!(known.agreements[0].number, view.line.number);
    let next = order::begin(
        &office.desk,
        OrderNew {
            customer: Some(id),
            ..OrderNew::default()
        },
    )
    .unwrap();
    assert_eq!(next.form.company, sample::form().company);
    assert_eq!(next.form.number.number, "", "a new number is chosen anew");
    assert!(
        !next.form.confirmations.declares_true,
        "ticks are not carried over"
    );
}

#[test]
fn a_change_begins_with_what_the_first_agreement_says() {
    let office = Office::open();
    let first = office.printed();
    desk::sign(&office.desk, &first, "2026-11-22").unwrap();
    let cites = Some(first.line.number.clone());
    let change = OrderNew {
        customer: None,
        business: Business::Change,
        cites,
    };
    let begun = order::begin(&office.desk, change).unwrap();
    assert_eq!(begun.form.cites, first.line.number);
    assert_eq!(begun.form.number, sample::form().number);
    assert!(!begun.form.confirmations.read_and_explained);
}

#[test]
fn a_look_before_printing_is_the_paper_that_will_be_printed() {
    let office = Office::open();
    let id = desk::complete(&office.desk, sample::form());
    let look = order::preview(&office.desk, OrderRef { id }).unwrap();
    let view = print(&office.desk, id).unwrap();
    assert_eq!(look.pages_per_copy, view.pages_per_copy);
    let number = view.line.number;
    assert!(agreement::show(&office.desk, AgreementRef { number }).is_ok());
    assert_eq!(
        agreement::list(&office.desk, AgreementList::default())
            .unwrap()
            .len(),
        1
    );
}
