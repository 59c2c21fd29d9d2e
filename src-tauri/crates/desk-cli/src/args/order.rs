//! `order …`.

use super::word;
use clap::{Args, Subcommand};
use desk_domain::paper::{Arrival, PaperKind};
use std::path::PathBuf;

/// What to do with an acceptance.
#[derive(Subcommand, Debug)]
pub enum OrderCommand {
    /// The whole main job.
    #[command(about = "办理一单：收资料、检查、编号、打印一式二份和受理单")]
    Print(PrintArgs),
    /// An ORDER.json with every field explained.
    #[command(about = "输出一份带说明的 ORDER.json")]
    Template,
}

/// What `order print` is given.
#[derive(Args, Debug)]
pub struct PrintArgs {
    /// The form.
    #[arg(value_name = "ORDER.json", help = "受理单内容；没有的项目视为空")]
    pub order: PathBuf,
    /// Papers.
    #[arg(long, num_args = 1.., value_name = "种类=文件", value_parser = attachment, help = "资料，可写多份。种类：licence 营业执照、id-portrait 身份证人像面、id-emblem 国徽面、authorisation 授权委托书、letter-of-commitment 入网承诺书、legal-id-portrait、legal-id-emblem、bound-number-proof、other")]
    pub attach: Vec<(PaperKind, PathBuf)>,
    /// Kinds on which the company seal was seen.
    #[arg(long, num_args = 1.., value_name = "种类", value_parser = word::<PaperKind>, help = "已看到加盖公章的资料种类")]
    pub sealed: Vec<PaperKind>,
    /// How the papers came in.
    #[arg(long, default_value = "upload", hide_default_value = true, value_name = "方式", value_parser = word::<Arrival>, help = "资料的到达方式：scan 扫描、fax 传真、post 邮寄、upload 上传（默认）")]
    pub arrival: Arrival,
    /// A manager's reason.
    #[arg(long = "override", value_name = "理由", help = "经理放行的理由")]
    pub override_reason: Option<String>,
    /// Where the PDF goes.
    #[arg(long, value_name = "文件", help = "要写的 PDF")]
    pub out: PathBuf,
    /// Leaves the draft in the store when printing is refused.
    #[arg(long, help = "没有打印成时保留草稿（默认不留）")]
    pub keep_draft: bool,
}

/// Reads `KIND=FILE`.
fn attachment(text: &str) -> Result<(PaperKind, PathBuf), String> {
    let (kind, file) = text
        .split_once('=')
        .ok_or_else(|| format!("“{text}”应写成 种类=文件"))?;
    if file.is_empty() {
        return Err(format!("“{text}”缺少文件名"));
    }
    Ok((word(kind)?, file.into()))
}
