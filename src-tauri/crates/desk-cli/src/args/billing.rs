//! `calls …`, `payment …`, `tariff …`, `month …`, `statement …`, `ledger …`,
//! `dispute …`.

use super::word;
use clap::Subcommand;
use desk_app::flow::billing::StatementFormat;
use desk_domain::form::Means;
use desk_domain::ledger::PaymentKind;
use std::path::PathBuf;

/// What to do with call records.
#[derive(Subcommand, Debug)]
pub enum CallsCommand {
    /// Takes a file in.
    #[command(about = "导入运营商的话单文件；同一条话单不会重复导入")]
    Import {
        /// The file.
        #[arg(value_name = "文件", help = "CSV、TXT、XLS、XLSX 或网页表格")]
        file: PathBuf,
        /// The carrier's name.
        #[arg(long, value_name = "名称", help = "运营商名称，按它记住列的含义")]
        carrier: Option<String>,
        /// Leaves nothing.
        #[arg(long, help = "只试读，不写入资料库")]
        dry_run: bool,
    },
    /// Files that came in.
    #[command(about = "已导入的话单文件")]
    List,
}

/// What to do with payments.
#[derive(Subcommand, Debug)]
pub enum PaymentCommand {
    /// Books money received.
    #[command(about = "登记收款")]
    Add {
        /// 400 number.
        #[arg(long, value_name = "号码", help = "400 号码")]
        number: String,
        /// Yuan.
        #[arg(long, value_name = "金额", help = "金额（元）")]
        amount: String,
        /// What for.
        #[arg(long, value_name = "种类", value_parser = word::<PaymentKind>, help = "first 首次预存、renewal 续费、other 其他")]
        kind: PaymentKind,
        /// Means of payment.
        #[arg(
            long,
            default_value = "cash",
            hide_default_value = true,
            value_name = "方式",
            value_parser = word::<Means>,
            help = "付款方式：transfer、cash、card、qr_pay、collection（默认 cash）"
        )]
        means: Means,
        /// Remark.
        #[arg(
            long,
            default_value = "",
            hide_default_value = true,
            value_name = "文字",
            help = "备注"
        )]
        note: String,
        /// A manager's reason.
        #[arg(
            long = "override",
            value_name = "理由",
            help = "续费低于下限时经理放行的理由"
        )]
        override_reason: Option<String>,
    },
}

/// What to do with tariffs.
#[derive(Subcommand, Debug)]
pub enum TariffCommand {
    /// Sets a version.
    #[command(about = "设定资费版本（JSON：plan、effective、terms）")]
    Set {
        /// The version.
        #[arg(value_name = "文件", help = "资费 JSON")]
        file: PathBuf,
    },
    /// All plans.
    #[command(about = "资费列表")]
    List,
}

/// What to do with months.
#[derive(Subcommand, Debug)]
pub enum MonthCommand {
    /// Closes a month.
    #[command(about = "月结：给每个号码扣费；重复执行不会重复扣费")]
    Close {
        /// The month.
        #[arg(value_name = "YYYY-MM", help = "月份")]
        month: String,
        /// Leaves nothing.
        #[arg(long, help = "只试算，不记账")]
        dry_run: bool,
    },
    /// Which months are closed.
    #[command(about = "各月的结账情况")]
    Status,
}

/// What to do with statements.
#[derive(Subcommand, Debug)]
pub enum StatementCommand {
    /// Writes statements.
    #[command(about = "导出账单")]
    Export {
        /// The month.
        #[arg(long, value_name = "YYYY-MM", help = "月份")]
        month: String,
        /// Only this number's customer.
        #[arg(long, value_name = "号码", help = "只导出这个 400 号码的客户")]
        number: Option<String>,
        /// In which form.
        #[arg(long, value_name = "格式", value_parser = word::<StatementFormat>, help = "pdf、xlsx 或 csv")]
        format: StatementFormat,
        /// Where to.
        #[arg(long, value_name = "目录", help = "放账单的文件夹")]
        out: PathBuf,
    },
}

/// What to do with the ledger.
#[derive(Subcommand, Debug)]
pub enum LedgerCommand {
    /// Entries and running balance.
    #[command(about = "账户明细与余额")]
    Show {
        /// 400 number.
        #[arg(long, value_name = "号码", help = "400 号码")]
        number: String,
    },
}

/// What to do with disputes.
#[derive(Subcommand, Debug)]
pub enum DisputeCommand {
    /// Opens one.
    #[command(about = "对话单提出异议（话单产生后三个月内）")]
    Open {
        /// 400 number.
        #[arg(long, value_name = "号码", help = "400 号码")]
        number: String,
        /// Calls, by their numbers in the store.
        #[arg(long, num_args = 1.., required = true, value_name = "话单号", help = "有异议的话单")]
        call: Vec<i64>,
        /// What the customer says.
        #[arg(long, value_name = "文字", help = "客户的说法")]
        claim: String,
    },
    /// The customer is right.
    #[command(about = "异议成立，退还话费")]
    Uphold {
        /// The dispute.
        #[arg(value_name = "异议号", help = "异议的编号")]
        dispute: i64,
        /// Yuan.
        #[arg(
            long,
            default_value = "",
            hide_default_value = true,
            value_name = "金额",
            help = "退还金额（默认这些话单的费用）"
        )]
        credit: String,
        /// The answer.
        #[arg(long, value_name = "文字", help = "答复")]
        reply: String,
    },
    /// The customer is not.
    #[command(about = "异议不成立")]
    Reject {
        /// The dispute.
        #[arg(value_name = "异议号", help = "异议的编号")]
        dispute: i64,
        /// The answer.
        #[arg(long, value_name = "文字", help = "答复")]
        reply: String,
    },
    /// All disputes.
    #[command(about = "异议列表")]
    List,
}
