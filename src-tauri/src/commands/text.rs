//! The agreement's text by edition.

use super::commands;
use desk_app::flow::text;

commands! {
    text_list => text::list;
    text_show => text::show;
    text_check => text::look;
    text_save => text::save;
    text_publish => text::publish;
    text_retire => text::retire;
    text_discard => text::discard;
    text_import => text::read;
    text_compare => text::compare;
}
