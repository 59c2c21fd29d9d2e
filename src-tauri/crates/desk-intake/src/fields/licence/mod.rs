//! 营业执照: the old portrait sheet and the landscape one, companies, branches,
//! partnerships, sole proprietorships and sole traders.

mod foot;
mod gap;
mod lost;
mod registrar;
mod scope;
mod shape;

use super::band::{self, Space};
use super::check::Kind;
use super::draft::Draft;
use super::halves;
use super::label::{self, Label, Rule};
use super::number;
use super::piece::Piece;
use super::qr;
use super::second;
use crate::reading::{Doubt, FieldName, Sheet};
use std::collections::BTreeMap;

const RULES: [Rule; 12] = [
    (FieldName::Name, &["名称", "企业名称", "字号名称"]),
    (
        FieldName::Type,
        &["类型", "主体类型", "企业类型", "公司类型"],
    ),
    (
        FieldName::LegalRepresentative,
        &[
            "执行事务合伙人",
            "法定代表人",
            "经营者姓名",
            "负责人姓名",
            "投资人姓名",
            "经营者",
            "负责人",
            "投资人",
            "首席代表",
        ],
    ),
    (
        FieldName::Scope,
        &["经营范围", "业务范围", "经营范围及方式"],
    ),
    (
        FieldName::Capital,
        &[
            "注册资本",
            "成员出资总额",
            "注册资金",
            "出资总额",
            "出资额",
            "资金数额",
        ],
    ),
    (FieldName::Form, &["组成形式"]),
    (FieldName::Founded, &["成立日期", "注册日期"]),
    (
        FieldName::Term,
        &["营业期限", "合伙期限", "经营期限", "驻在期限"],
    ),
    (
        FieldName::Address,
        &["主要经营场所", "经营场所", "营业场所", "住所", "驻在场所"],
    ),
    (FieldName::Registrar, &["登记机关"]),
    (FieldName::Uscc, &["统一社会信用代码", "注册号"]),
    (FieldName::CopyNo, &["副本编号", "副本号", "副本序号"]),
];
/// Labels long enough to be known in the middle of a line.
const INNER: [&str; 12] = [
    "注册资本",
    "成立日期",
    "注册日期",
    "营业期限",
    "合伙期限",
    "经营场所",
    "营业场所",
    "组成形式",
    "登记机关",
    "统一社会信用代码",
    "经营范围",
    "法定代表人",
];
/// Fields of the body, whose labels form columns.
const BODY: [FieldName; 9] = [
    FieldName::Name,
    FieldName::Type,
    FieldName::LegalRepresentative,
    FieldName::Scope,
    FieldName::Capital,
    FieldName::Form,
    FieldName::Founded,
    FieldName::Term,
    FieldName::Address,
];

/// The order in which values are taken: short ones first, for what is theirs
/// cannot be taken for a line of the scope.
const ORDER: [FieldName; 9] = [
    FieldName::Founded,
    FieldName::Term,
    FieldName::Capital,
    FieldName::Form,
    FieldName::Type,
    FieldName::LegalRepresentative,
    FieldName::Name,
    FieldName::Address,
    FieldName::Scope,
];

/// Reads a licence.
pub(super) fn read(sheet: &Sheet<'_>, mut pieces: Vec<Piece>) -> BTreeMap<FieldName, Draft> {
    label::part(&mut pieces, &INNER, true);
    let mut drafts = BTreeMap::new();
    if let Some(code) = code(&mut pieces) {
        drafts.insert(FieldName::Uscc, code);
    }
    let edge = foot::take_notices(&mut pieces, sheet.foot);
    halves::part_tails(&mut pieces, &RULES);
    let before = pieces.clone();
    let mut labels = label::take(&mut pieces, &RULES);
    halves::take(&mut pieces, &RULES, &mut labels);
    if let Some(more) = gap::looked_into(sheet, &labels, before) {
        pieces = more;
        labels = label::take(&mut pieces, &RULES);
        halves::take(&mut pieces, &RULES, &mut labels);
    }
    let lost = lost::restored(&pieces, &mut labels);
    let columns = Columns::of(&labels, edge);
    if let Some(copy) = foot::copy_number(&mut pieces, labels.get(&FieldName::CopyNo)) {
        drafts.insert(FieldName::CopyNo, copy);
    }
    for field in ORDER {
        let Some(label) = labels.get(&field) else {
            continue;
        };
        let rows = band::take(&mut pieces, label, &columns.space(field, label));
        if rows.pieces().next().is_some() {
            let mut draft = Draft::of_rows(&rows);
            draft.doubt_if(lost.contains(&field), Doubt::Displaced);
            drafts.insert(field, draft);
        }
    }
    if !drafts.contains_key(&FieldName::Name)
        && let Some(name) = name_without_label(&pieces, drafts.get(&FieldName::Type))
    {
        drafts.insert(FieldName::Name, name);
    }
    for (field, draft) in foot::signature(&pieces, &labels, columns.lowest()) {
        drafts.insert(field, draft);
    }
    look_again(sheet, &labels, &pieces, &mut drafts);
    shape::shape(&mut drafts);
    if let (Some(address), Some(office)) = (
        drafts.get(&FieldName::Address).cloned(),
        drafts.get_mut(&FieldName::Registrar),
    ) {
        registrar::put_right(office, &address);
    }
    let has_scope = drafts.contains_key(&FieldName::Scope);
    shape::missing_neighbours(&mut drafts, has_scope && labels.len() > 3);
    qr::witness(&sheet.codes, &mut drafts);
    drafts
}

/// Looks again for the day and the registrar, over which seals are set.
fn look_again(
    sheet: &Sheet<'_>,
    labels: &BTreeMap<FieldName, Label>,
    pieces: &[Piece],
    drafts: &mut BTreeMap<FieldName, Draft>,
) {
    if let (None, Some(label)) = (
        drafts.get(&FieldName::Issued),
        labels.get(&FieldName::Registrar),
    ) && let Some(day) = second::find_day(sheet, label, pieces)
    {
        drafts.insert(FieldName::Issued, day);
    }
    if !drafts.contains_key(&FieldName::Registrar)
        && let Some(registrar) = second::find_registrar(sheet, labels.get(&FieldName::Registrar))
    {
        drafts.insert(FieldName::Registrar, registrar);
    }
}

/// The name whose label is lost under a watermark: the line above the type, in
/// the column of values. A person looks at it.
fn name_without_label(pieces: &[Piece], kind: Option<&Draft>) -> Option<Draft> {
    let [a, _, _, d] = kind?.places.first()?;
    let tall = (d[0] - a[0]).hypot(d[1] - a[1]).max(1.0);
    let (left, middle) = (a[0], f32::midpoint(a[1], d[1]));
    let piece = pieces
        .iter()
        .filter(|piece| (piece.corners[0][0] - left).abs() < tall)
        .filter(|piece| {
            let [top, _, _, bottom] = piece.corners;
            (0.8..3.0).contains(&((middle - f32::midpoint(top[1], bottom[1])) / tall))
        })
        .max_by(|a, b| a.middle.total_cmp(&b.middle))?;
    let mut name = Draft::of_pieces(std::iter::once(piece));
    name.doubt(Doubt::Displaced);
    Some(name)
}

/// The credit code, or on a licence that was never exchanged its number.
fn code(pieces: &mut Vec<Piece>) -> Option<Draft> {
    let before = pieces.clone();
    let code = number::take(pieces, Kind::Uscc, &|_| true);
    let is_sound = |draft: &Draft| !draft.doubts.contains(&Doubt::Unproven);
    if code.as_ref().is_some_and(is_sound) {
        return code;
    }
    let mut rest = before;
    let old = number::take(&mut rest, Kind::Registration, &|_| true);
    match old {
        Some(old) if is_sound(&old) || code.is_none() => {
            *pieces = rest;
            Some(old)
        }
        _ => code,
    }
}

/// The columns of labels, and where each label's value may stand.
struct Columns<'a> {
    labels: &'a BTreeMap<FieldName, Label>,
    /// Left ends of the labels of the right column, if there are two columns.
    right_column: Option<f32>,
    /// Height at which notices begin.
    edge: f32,
}

impl<'a> Columns<'a> {
    fn of(labels: &'a BTreeMap<FieldName, Label>, edge: f32) -> Self {
        let body = || BODY.iter().filter_map(|field| labels.get(field));
        let leftmost = body()
            .map(|label| label.right)
            .fold(f32::INFINITY, f32::min);
        let right_column = body()
            .filter(|label| label.left > leftmost + 5.0 * label.height)
            .map(|label| label.left)
            .reduce(f32::min);
        Self {
            labels,
            right_column,
            edge,
        }
    }

    fn space(&self, field: FieldName, label: &Label) -> Space {
        let is_left = |label: &Label| {
            self.right_column
                .is_none_or(|x| label.left < x - label.height)
        };
        let right = match self.right_column {
            Some(x) if is_left(label) => x - 0.5 * label.height,
            _ => f32::INFINITY,
        };
        let below = BODY
            .iter()
            .chain(&[FieldName::Registrar])
            .filter(|other| **other != field)
            .filter_map(|other| self.labels.get(other).map(|label| (other, label)))
            .filter(|(other, below)| {
                below.middle > label.middle + 0.5 * label.height
                    && (**other == FieldName::Registrar && right.is_infinite()
                        || is_left(below) == is_left(label) && **other != FieldName::Registrar)
            })
            .map(|(_, below)| below.middle - 0.6 * below.height)
            .fold(self.edge, f32::min);
        let runs_on = !matches!(field, FieldName::Founded | FieldName::Form);
        Space {
            right,
            bottom: below,
            runs_on,
        }
    }

    /// The lowest label of the body.
    fn lowest(&self) -> f32 {
        BODY.iter()
            .filter_map(|field| self.labels.get(field))
            .map(|label| label.middle)
            .fold(0.0, f32::max)
    }
}
