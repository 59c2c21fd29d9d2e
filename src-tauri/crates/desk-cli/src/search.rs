//! `search`: one box for customers, numbers, orders and agreements.

use crate::agreement;
use crate::answer::{Answer, table};
use crate::number;
use crate::refused::Refused;
use crate::sign_in::sign_in;
use crate::words;
use desk_app::Place;
use desk_app::flow::order::OrderLine;
use desk_app::flow::search::{self, CustomerHit, SearchHits, SearchRequest};

/// Finds everything that fits the text.
pub fn search(place: Place, text: &str) -> Result<Answer, Refused> {
    let hits = search::search(
        &sign_in(place)?,
        SearchRequest {
            text: text.to_owned(),
        },
    )?;
    let words = told(&hits);
    Answer::new(hits, words)
}

fn told(hits: &SearchHits) -> String {
    let parts = [
        ("客户", hits.customers.len(), customers(&hits.customers)),
        ("号码", hits.numbers.len(), number::lines(&hits.numbers)),
        ("受理单", hits.orders.len(), orders(&hits.orders)),
        (
            "协议",
            hits.agreements.len(),
            agreement::lines(&hits.agreements),
        ),
    ];
    let found: Vec<String> = parts
        .into_iter()
        .filter(|(_, count, _)| *count > 0)
        .map(|(name, _, rows)| format!("【{name}】\n{rows}\n"))
        .collect();
    if found.is_empty() {
        "没有找到。".to_owned()
    } else {
        found.join("\n")
    }
}

fn customers(customers: &[CustomerHit]) -> String {
    table(
        &["编号", "名称", "代码", "400 号码"],
        customers.iter().map(|hit| {
            vec![
                hit.id.to_string(),
                hit.name.clone(),
                hit.code.clone(),
                hit.numbers.join("、"),
            ]
        }),
    )
}

fn orders(orders: &[OrderLine]) -> String {
    table(
        &["受理单", "公司", "号码", "业务", "状态", "最后修改"],
        orders.iter().map(|line| {
            vec![
                line.id.to_string(),
                line.company.clone(),
                line.number.clone(),
                words::business(line.business).to_owned(),
                words::order_state(line.state).to_owned(),
                line.updated_at.clone(),
            ]
        }),
    )
}
