//! The accounts staff's month: tariffs, call records, prepaid accounts, closing
//! months, statements, arrears, disputes. Refuses to change a closed month.

pub mod account;
mod account_dto;
mod account_view;
pub mod arrears;
pub mod aside;
pub mod call_line;
mod calls_dto;
mod columns;
pub mod dispute;
mod dispute_dto;
pub(crate) mod effect;
pub mod entry;
pub mod export;
mod handover;
pub mod import;
mod intake;
mod jobs;
pub mod letters;
pub mod month;
mod month_draft;
mod month_dto;
mod month_sheet;
pub mod plan;
mod rerate;
mod sheet;
pub mod statement;
pub mod take;
mod tariff_dto;
pub mod upload;

pub(crate) use jobs::Jobs;

pub use account_dto::*;
pub use calls_dto::*;
pub use dispute_dto::*;
pub use month_dto::*;
pub use tariff_dto::*;
