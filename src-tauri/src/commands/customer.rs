//! Finding customers and everything else.

use super::commands;
use desk_app::flow::{customer, search};

commands! {
    desk_search => search::search;
    customer_show => customer::show;
    customer_identity => customer::identity;
}
