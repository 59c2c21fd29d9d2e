//! `init`: a new store, its firm, its first manager.

use crate::answer::Answer;
use crate::file;
use crate::refused::Refused;
use crate::sign_in::new_password;
use desk_app::flow::session::{self, FirstRun};
use desk_app::{Clock, Desk, Place};
use serde_json::json;
use std::path::Path;

/// Makes the store; the recovery code is shown this once.
pub fn init(place: Place, firm: &Path, manager: &str) -> Result<Answer, Refused> {
    let firm = file::read_json(firm)?;
    let data = place.data.display().to_string();
    let desk = Desk::new(place, Clock::Shanghai);
    let request = FirstRun {
        firm,
        manager: manager.to_owned(),
        password: new_password()?,
    };
    let founded = session::found(&desk, request)?;
    let text = format!(
        "资料库已建在 {data}\n经理：{manager}\n恢复码：{}\n\n恢复码只显示这一次。请抄在纸上锁好；经理忘记密码时要用它。",
        founded.recovery_code
    );
    let document = json!({
        "data": data,
        "manager": manager,
        "recovery_code": founded.recovery_code,
    });
    Answer::new(document, text)
}
