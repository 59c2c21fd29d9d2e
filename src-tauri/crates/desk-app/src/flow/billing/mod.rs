//! The accounts staff's month: tariffs, call records, prepaid accounts, closing
//! months, statements, arrears, disputes. Refuses to change a closed month.

mod account_dto;
mod calls_dto;
mod dispute_dto;
mod month_dto;
mod tariff_dto;

pub use account_dto::*;
pub use calls_dto::*;
pub use dispute_dto::*;
pub use month_dto::*;
pub use tariff_dto::*;
