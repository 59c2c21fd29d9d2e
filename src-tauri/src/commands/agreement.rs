//! Printed agreements, from the archive to the printer.

use super::commands;
use desk_app::flow::{agreement, printing};

commands! {
    agreement_list => agreement::list;
    agreement_show => agreement::show;
    agreement_sign => agreement::sign;
    agreement_sign_on_screen => agreement::sign_on_screen;
    agreement_verify => agreement::verify;
    agreement_pack => agreement::save_pack;
    agreement_void => agreement::void;
    agreement_save => agreement::save;
    agreement_papers => agreement::save_papers;
    agreement_send => printing::send;
    printer_list => printing::printers;
    print_state => printing::state;
}
