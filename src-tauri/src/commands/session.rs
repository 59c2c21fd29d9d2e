//! Signing in and out, and first run.

use super::commands;
use desk_app::flow::session;

commands! {
    desk_status => session::status;
    desk_found => session::found;
    session_open => session::open;
    session_close => session::close;
    session_recover => session::recover;
    password_change => session::change_password;
}
