//! `text …`.

use clap::Subcommand;
use std::path::PathBuf;

/// What to do with the agreement's texts.
#[derive(Subcommand, Debug)]
pub enum TextCommand {
    /// Editions.
    #[command(about = "协议文本的各个版本")]
    List,
    /// One edition.
    #[command(about = "输出一个版本的文本")]
    Show {
        /// Its name.
        #[arg(value_name = "版本", help = "版本名，例如 2026-01")]
        edition: String,
    },
    /// Looks at a text.
    #[command(about = "检查文本：失效的法律、编号、空格、称谓、加重责任的条款等，不需要资料库")]
    Check {
        /// The text.
        #[arg(value_name = "文件", help = "纯文本、.docx，或本程序的文本格式")]
        file: PathBuf,
    },
    /// Throws a draft away.
    #[command(about = "放弃一份草稿；已发布的版本不能删除")]
    Discard {
        /// Its name.
        #[arg(value_name = "版本", help = "草稿的版本名")]
        edition: String,
        /// Without it nothing happens.
        #[arg(long, help = "确认放弃，不再询问")]
        yes: bool,
    },
    /// Reads a firm's own text as a draft.
    #[command(about = "把公司自己的协议文本逐字导入为草稿")]
    Import {
        /// The text.
        #[arg(value_name = "文件", help = "纯文本或 .docx")]
        file: PathBuf,
        /// Name of the edition.
        #[arg(long, value_name = "名称", help = "版本名")]
        name: String,
        /// First day; today when absent.
        #[arg(long, value_name = "日期", help = "启用日期 YYYY-MM-DD（默认今天）")]
        effective: Option<String>,
    },
}
