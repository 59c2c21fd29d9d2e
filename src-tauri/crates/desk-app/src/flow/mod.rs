//! The use cases, one module a flow. Each public function checks the
//! permission, does its work in one transaction and leaves an audit entry.

pub mod agreement;
pub mod audit;
pub mod backup;
pub mod billing;
pub mod customer;
pub mod firm;
pub mod firm_mark;
pub mod number;
pub mod order;
pub mod paper;
pub mod printing;
pub mod reading;
pub mod returned;
pub mod scan;
pub mod search;
pub mod session;
pub mod setting;
pub mod staff;
pub mod text;
