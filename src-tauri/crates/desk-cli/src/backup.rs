//! `backup` and `restore`: the store as one encrypted file, and back.

use crate::answer::Answer;
use crate::refused::Refused;
use crate::sign_in::sign_in;
use desk_app::Place;
use desk_app::flow::backup;
use serde_json::json;
use std::path::Path;

/// Writes a backup; an older one of that name is replaced once the new one is whole.
pub fn backup(place: Place, file: &Path) -> Result<Answer, Refused> {
    backup::make_to(&sign_in(place)?, file)?;
    let path = file.display().to_string();
    Answer::new(json!({ "file": path }), format!("备份已写到 {path}"))
}

/// Makes a store from a backup. Needs nobody signed in: whoever wants to look
/// inside must sign in with a password of the store.
pub fn restore(place: &Place, file: &Path) -> Result<Answer, Refused> {
    backup::restore(place, file)?;
    let data = place.data.display().to_string();
    Answer::new(
        json!({ "data": data }),
        format!(
            "已恢复到 {data}，请用原来的姓名和密码登录。\n\
             备份之后打印的协议不在其中，编号会从备份里的最后一号接着编：\n\
             继续受理之前，请先核对纸质协议的最后一个编号，重复的要作废重印。"
        ),
    )
}
