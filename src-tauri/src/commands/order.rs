//! An acceptance from the first keystroke to the printed copies.

use super::commands;
use desk_app::flow::order;

commands! {
    order_list => order::list;
    order_new => order::begin;
    order_show => order::show;
    order_save => order::save;
    order_discard => order::discard;
    order_preview => order::preview;
    order_print => order::print;
}
