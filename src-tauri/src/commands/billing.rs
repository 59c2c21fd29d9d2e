//! Tariffs, prepaid accounts, months, statements, disputes.

use super::commands;
use desk_app::flow::billing::{
    account, arrears, dispute, entry, export, letters, month, plan, statement,
};

commands! {
    tariff_list => plan::list;
    tariff_save => plan::save;
    tariff_try => plan::try_call;
    account_list => account::list;
    account_show => account::show;
    account_terms => account::set_terms;
    account_suspend => account::suspend;
    account_resume => account::resume;
    account_close => account::close;
    account_end => account::end;
    payment_add => entry::pay;
    entry_add => entry::add;
    entry_reverse => entry::reverse;
    receipt_save => letters::receipt;
    arrears_list => arrears::list;
    notice_save => letters::notice;
    month_list => month::list;
    month_show => month::show;
    month_close => month::close;
    month_summary => statement::summary;
    statement_show => statement::show;
    statement_export => export::begin;
    export_state => export::state;
    export_cancel => export::cancel;
    dispute_list => dispute::list;
    dispute_open => dispute::open;
    dispute_settle => dispute::settle;
    dispute_reply_save => letters::reply;
}
