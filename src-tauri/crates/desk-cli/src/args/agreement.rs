//! `agreement …`.

use super::word;
use clap::Subcommand;
use desk_domain::agreement::AgreementState;
use std::path::PathBuf;

/// What to do with agreements.
#[derive(Subcommand, Debug)]
pub enum AgreementCommand {
    /// Newest first.
    #[command(about = "协议列表，新的在前")]
    List {
        /// Only this state.
        #[arg(long, value_name = "状态", value_parser = word::<AgreementState>, help = "只列这种状态：printed 待签、signed 已签、in_force 已生效、void 已作废、ended 已终止")]
        state: Option<AgreementState>,
        /// Only those that contain this.
        #[arg(
            long,
            default_value = "",
            hide_default_value = true,
            value_name = "文字",
            help = "编号、公司或号码中含有的文字"
        )]
        text: String,
        /// At most so many.
        #[arg(
            long,
            default_value_t = 100,
            hide_default_value = true,
            value_name = "条数",
            help = "最多列出多少条（默认 100）"
        )]
        limit: u32,
    },
    /// One agreement.
    #[command(about = "查看一份协议")]
    Show {
        /// Agreement number.
        #[arg(value_name = "编号", help = "协议编号")]
        number: String,
    },
    /// Writes the archived PDF.
    #[command(about = "把归档的 PDF 原样写到文件")]
    Export {
        /// Agreement number.
        #[arg(value_name = "编号", help = "协议编号")]
        number: String,
        /// The file to write.
        #[arg(long, value_name = "文件", help = "要写的 PDF")]
        out: PathBuf,
    },
    /// Files the signed scans.
    #[command(about = "归档双方签字盖章后的扫描件，协议生效")]
    Sign {
        /// Agreement number.
        #[arg(value_name = "编号", help = "协议编号")]
        number: String,
        /// Scans.
        #[arg(long, num_args = 1.., required = true, value_name = "文件", help = "签字件的扫描")]
        scan: Vec<PathBuf>,
        /// Day of signing; today when absent.
        #[arg(long, value_name = "日期", help = "签署日期 YYYY-MM-DD（默认今天）")]
        on: Option<String>,
        /// A manager's reason for taking it with pages missing.
        #[arg(long, value_name = "理由", help = "缺页时经理放行的理由")]
        despite: Option<String>,
    },
    /// Files signed pages by their marks, of whatever agreements.
    #[command(about = "按页脚的二维码归档签字页，可混有多份协议")]
    Return {
        /// Scans.
        #[arg(num_args = 1.., required = true, value_name = "文件", help = "签字页的扫描")]
        files: Vec<PathBuf>,
    },
    /// Checks that an archived file was not changed.
    #[command(about = "验证存档文件没有改动过")]
    Verify {
        /// Agreement number, or a file.
        #[arg(value_name = "编号或文件", help = "协议编号，或一个 PDF 文件")]
        what: String,
    },
    /// Writes the pack for the carrier's file.
    #[command(about = "生成给运营商的报备包")]
    Pack {
        /// Agreement number.
        #[arg(value_name = "编号", help = "协议编号")]
        number: String,
    },
    /// Gives an agreement up.
    #[command(about = "作废一份协议，编号保留")]
    Void {
        /// Agreement number.
        #[arg(value_name = "编号", help = "协议编号")]
        number: String,
        /// Why.
        #[arg(long, value_name = "理由", help = "作废的理由")]
        reason: String,
    },
}
