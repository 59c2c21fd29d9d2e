//! What can be asked for, in the forms that scripts rely on. Help is Chinese,
//! because the people who read it are; the names of commands are not.

mod agreement;
mod billing;
mod number;
mod order;
mod text;

pub use agreement::AgreementCommand;
pub use billing::{
    CallsCommand, DisputeCommand, LedgerCommand, MonthCommand, PaymentCommand, StatementCommand,
    TariffCommand,
};
pub use number::NumberCommand;
pub use order::{OrderCommand, PrintArgs};
pub use text::TextCommand;

use clap::{ArgAction, Parser, Subcommand, ValueEnum};
use desk_app::Place;
use serde::de::DeserializeOwned;
use std::path::PathBuf;

/// The whole command line.
#[derive(Parser, Debug)]
#[command(
    name = "desk400",
    version,
    about = "400受理台（终端）：与窗口同一套功能、同一个资料库",
    after_help = "登录用环境变量 DESK400_STAFF、DESK400_PASSWORD；没有设置时在终端里询问。\n退出码：0 完成；1 拒绝（说明在标准错误）；2 命令写法不对。",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = true
)]
pub struct Args {
    /// Data folder; the platform's own when absent.
    #[arg(
        long,
        global = true,
        value_name = "目录",
        help = "资料库所在的文件夹（默认用本机的资料文件夹）"
    )]
    pub data: Option<PathBuf>,
    /// One JSON document instead of words for people.
    #[arg(long, global = true, help = "只输出一份 JSON，供程序读取")]
    pub json: bool,
    #[arg(short, long, global = true, action = ArgAction::Help, help = "显示用法")]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version, help = "显示版本")]
    version: Option<bool>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

impl Args {
    /// Where the store and the program's own files lie.
    pub fn place(&self) -> Place {
        self.data
            .clone()
            .map_or_else(Place::of_this_computer, Place::with_data)
    }
}

/// What to do.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Makes a store, its firm and its first manager.
    #[command(about = "新建资料库，登记公司资料和第一位经理，并显示一次恢复码")]
    Init {
        /// The firm's profile.
        #[arg(long, value_name = "文件", help = "公司资料 firm.json")]
        firm: PathBuf,
        /// Name of the first manager.
        #[arg(long, value_name = "姓名", help = "第一位经理的姓名")]
        manager: String,
    },
    /// Checks identifiers from stdin.
    #[command(about = "逐行校验标准输入中的证照号码、电话等")]
    Check {
        /// What the lines hold.
        #[arg(
            value_name = "种类",
            hide_possible_values = true,
            help = "uscc 统一社会信用代码、regno 注册号、citizen 公民身份号码、resident 永久居留证或居住证、mobile 手机、landline 固话、number400 400 号码、postcode 邮编"
        )]
        kind: Kind,
    },
    /// Writes amounts from stdin in capitals.
    #[command(about = "逐行把标准输入中的金额写成人民币大写")]
    Capitals,
    /// Reads papers.
    #[command(about = "读出营业执照、身份证上的各项内容，不需要资料库")]
    Read {
        /// Pictures and PDF files, or folders of them.
        #[arg(
            required = true,
            value_name = "文件",
            help = "图片或 PDF；也可以是放着它们的文件夹"
        )]
        files: Vec<PathBuf>,
    },
    /// Acceptances.
    #[command(subcommand, arg_required_else_help = true, about = "受理：打印、模板")]
    Order(OrderCommand),
    /// Printed agreements.
    #[command(
        subcommand,
        arg_required_else_help = true,
        about = "协议：列表、查看、导出、归档签字件、作废"
    )]
    Agreement(AgreementCommand),
    /// The stock of 400 numbers.
    #[command(
        subcommand,
        arg_required_else_help = true,
        about = "号码库：入库、列表"
    )]
    Number(NumberCommand),
    /// Texts of the agreement.
    #[command(
        subcommand,
        arg_required_else_help = true,
        about = "协议文本：版本、检查、导入"
    )]
    Text(TextCommand),
    /// Carriers' call records.
    #[command(subcommand, arg_required_else_help = true, about = "话单：导入、列表")]
    Calls(CallsCommand),
    /// Payments.
    #[command(subcommand, arg_required_else_help = true, about = "收款")]
    Payment(PaymentCommand),
    /// Tariffs.
    #[command(subcommand, arg_required_else_help = true, about = "资费：设定、列表")]
    Tariff(TariffCommand),
    /// Months.
    #[command(
        subcommand,
        arg_required_else_help = true,
        about = "月结：试算、结账、情况"
    )]
    Month(MonthCommand),
    /// Statements.
    #[command(subcommand, arg_required_else_help = true, about = "账单：导出")]
    Statement(StatementCommand),
    /// Accounts.
    #[command(subcommand, arg_required_else_help = true, about = "账户明细")]
    Ledger(LedgerCommand),
    /// Disputes.
    #[command(
        subcommand,
        arg_required_else_help = true,
        about = "话单异议：提出、成立、不成立、列表"
    )]
    Dispute(DisputeCommand),
    /// Finds customers, numbers, orders, agreements.
    #[command(about = "按名称、拼音首字母、号码片段查找客户、号码、协议")]
    Search {
        /// What to look for.
        #[arg(value_name = "文字", help = "名称、拼音首字母、代码或号码的一部分")]
        text: String,
    },
    /// Checks the whole store.
    #[command(about = "全面检查资料库：数据库、资料校验值、协议编号、操作记录链")]
    Verify,
    /// Copies the store into one file.
    #[command(about = "把整个资料库备份成一个加密文件")]
    Backup {
        /// The file to write.
        #[arg(value_name = "文件", help = "要写的备份文件")]
        file: PathBuf,
    },
    /// Makes a store from a backup file.
    #[command(about = "从备份文件恢复到一个空的文件夹（用 --data 指定）")]
    Restore {
        /// The backup.
        #[arg(value_name = "文件", help = "备份文件")]
        file: PathBuf,
    },
    /// The main job on the sample papers.
    #[command(about = "用随附的样本资料从头到尾办一单，不需要窗口")]
    Demo {
        /// Where the PDF goes.
        #[arg(long, value_name = "目录", help = "放 PDF 的文件夹")]
        out: PathBuf,
    },
}

/// What the lines of `check` hold.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
#[value(rename_all = "lower")]
pub enum Kind {
    /// 统一社会信用代码.
    Uscc,
    /// 15-digit registration number.
    Regno,
    /// 公民身份号码.
    Citizen,
    /// 外国人永久居留身份证 or 港澳台居民居住证.
    Resident,
    /// Mobile.
    Mobile,
    /// Landline.
    Landline,
    /// 400 number.
    Number400,
    /// Postcode.
    Postcode,
}

/// Reads one of an enum's words as it stands in JSON.
fn word<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_value(text.into()).map_err(|_| format!("没有“{text}”这一种"))
}
