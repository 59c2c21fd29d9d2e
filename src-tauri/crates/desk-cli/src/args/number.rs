//! `number …`.

use super::word;
use clap::Subcommand;
use desk_domain::stock::NumberState;
use std::path::PathBuf;

/// What to do with the stock.
#[derive(Subcommand, Debug)]
pub enum NumberCommand {
    /// Puts numbers into stock.
    #[command(about = "把清单中的号码入库，每行一个，逗号后可写运营商")]
    Add {
        /// The list.
        #[arg(value_name = "文件", help = "号码清单")]
        file: PathBuf,
    },
    /// Lists the stock.
    #[command(about = "号码列表")]
    List {
        /// Only this state.
        #[arg(long, value_name = "状态", value_parser = word::<NumberState>, help = "只列这种状态：free 空闲、reserved 预占、in_use 在用、suspended 停机、closed 已销户、returned 已退回")]
        state: Option<NumberState>,
        /// Only numbers that contain these digits.
        #[arg(
            long,
            default_value = "",
            hide_default_value = true,
            value_name = "数字",
            help = "号码中含有的数字"
        )]
        text: String,
        /// At most so many.
        #[arg(
            long,
            default_value_t = 100,
            hide_default_value = true,
            value_name = "条数",
            help = "最多列出多少个（默认 100）"
        )]
        limit: u32,
    },
}
