//! The functions of a number by name, as price lists and statements call them.

use super::Feature;

impl Feature {
    /// Every function, in the order of the form.
    pub const ALL: [Self; 12] = [
        Self::ColourRing,
        Self::Ivr,
        Self::Recording,
        Self::Voicemail,
        Self::BlockList,
        Self::AllowList,
        Self::ScreenPop,
        Self::Sms,
        Self::ForwardBusy,
        Self::ForwardNoAnswer,
        Self::AgentNumber,
        Self::Satisfaction,
    ];

    /// 企业彩铃, 语音导航（IVR）, …
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::ColourRing => "企业彩铃",
            Self::Ivr => "语音导航（IVR）",
            Self::Recording => "通话录音",
            Self::Voicemail => "语音留言",
            Self::BlockList => "黑名单",
            Self::AllowList => "白名单",
            Self::ScreenPop => "来电弹屏",
            Self::Sms => "短信提醒",
            Self::ForwardBusy => "遇忙转移",
            Self::ForwardNoAnswer => "无应答转移",
            Self::AgentNumber => "工号播报",
            Self::Satisfaction => "满意度评价",
        }
    }
}
