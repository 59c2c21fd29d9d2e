//! A row in every table of the accounts and of the agreement's text.

use desk_domain::call::CallRecord;
use desk_domain::dispute::DisputeState;
use desk_domain::edition::{EditionId, EditionState, TextEdition};
use desk_domain::identifier::Number400;
use desk_domain::ledger::EntryKind;
use desk_domain::money::Money;
use desk_domain::period::CalendarMonth;
use desk_domain::suspension::SuspensionReason;
use desk_domain::tariff::{CallerClass, Leg};
use serde_json::json;

use super::at;
use crate::*;

/// A tariff, an account with an entry and a closed month, an imported call and
/// a row set aside, a dispute.
pub(super) fn fill(w: &mut Writer<'_>, customer: CustomerId) -> StoreResult<()> {
    let day = at().date();
    let month = CalendarMonth::of(day);
    w.tariffs_mut().add("标准", day, &json!({}))?;
    let account = w.accounts_mut().open(&NewAccount {
        number400: "4006001234".into(),
        customer,
        agreement: "QF-2026-000001".into(),
        contract_amount: Money::yuan(480),
        opened: day,
        terms: AccountTerms {
            from: day,
            plan: "标准".into(),
            minimum: Money::yuan(40),
            features: Vec::new(),
            reason: String::new(),
        },
    })?;
    let reason = SuspensionReason::Arrears;
    w.suspensions_mut().begin(account, day, reason, "欠费")?;
    w.suspensions_mut().end(account, day, "")?;
    let entry = w.ledger_mut().add(&NewEntry {
        account,
        on: day,
        month: None,
        kind: EntryKind::FirstPayment,
        amount: Money::yuan(480),
        reverses: None,
        receipt: true,
        note: String::new(),
        source: json!({}),
    })?;
    w.call_layouts_mut().remember("heads", "联通", &json!({}))?;
    let file = w.call_files_mut().begin(&NewCallFile {
        name: "calls.csv".into(),
        carrier: "联通".into(),
        sha256: String::new(),
        heads: Vec::new(),
        layout: json!({}),
    })?;
    let call = CallRecord {
        number: Number400::parse("4006001234").expect("a 400 number"),
        caller: "037165550001".into(),
        delivered_to: None,
        started: at(),
        seconds: 60,
        answered: true,
        caller_class: None,
        leg: None,
        carrier_charge: None,
        caller_place: None,
    };
    let kept = w.calls_mut().stream()?.keep(&NewCall {
        file,
        row: 2,
        raw: "",
        record: &call,
        leg: Leg::Landline,
        class: CallerClass::Local,
        month,
        account: Some(account),
        rating: None,
    })?;
    let CallKept::New(call) = kept else {
        panic!("a first call is new");
    };
    w.quarantine_mut()
        .add(file, 3, &[], "CallDigitsLost", &json!({}))?;
    let aside = w.quarantine().list(None, false, 1)?.remove(0).id;
    w.quarantine_mut()
        .decide(aside, QuarantineState::GivenUp, None, &[], "运营商已更正")?;
    let outcome = CallFileOutcome::default();
    w.call_files_mut().end(file, &outcome)?;
    let dispute = w.disputes_mut().open(account, "没有打过", &[call])?;
    w.disputes_mut()
        .settle(dispute, DisputeState::Rejected, "核对无误", Some(entry))?;
    w.months_mut()
        .close(month, &json!({}), [(account, json!({ "closing": 48_000 }))])?;
    let draft = TextEdition {
        id: EditionId(0),
        name: "2027-01".into(),
        text: String::new(),
        effective: day,
        state: EditionState::Draft,
    };
    let id = w.editions_mut().add(&draft)?;
    let state = EditionState::Published;
    w.editions_mut().save(&TextEdition { id, state, ..draft })
}
