//! The stock of 400 numbers.

use super::commands;
use desk_app::flow::number;

commands! {
    number_list => number::list;
    number_add => number::add;
    number_set_state => number::set_state;
}
