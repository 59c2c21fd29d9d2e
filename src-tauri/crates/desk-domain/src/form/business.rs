//! What the kinds of business have in common: which sections of the form each
//! of them states anew.

use super::Business;

impl Business {
    /// Every kind, in the order of the form.
    pub const ALL: [Self; 8] = [
        Self::New,
        Self::Change,
        Self::Renewal,
        Self::Transfer,
        Self::Suspension,
        Self::Resumption,
        Self::Closing,
        Self::Supplement,
    ];

    /// 新装, 变更, 续费, 过户, 停机, 复机, 销户, 补充协议.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::New => "新装",
            Self::Change => "变更",
            Self::Renewal => "续费",
            Self::Transfer => "过户",
            Self::Suspension => "停机",
            Self::Resumption => "复机",
            Self::Closing => "销户",
            Self::Supplement => "补充协议",
        }
    }

    /// Whether it cites an agreement that is there already: all but 新装.
    #[must_use]
    pub fn cites_agreement(self) -> bool {
        self != Self::New
    }

    /// Whether the whole agreement is signed with it, by a customer who has none
    /// yet: enrolment and transfer. The others print their own form alone, which
    /// cites the agreement (协议第八条（二）).
    #[must_use]
    pub fn concludes_agreement(self) -> bool {
        matches!(self, Self::New | Self::Transfer)
    }

    /// Whether the company's data are stated in full: enrolment, change and
    /// transfer (协议第二条).
    #[must_use]
    pub fn restates_company(self) -> bool {
        matches!(self, Self::New | Self::Change | Self::Transfer)
    }

    /// Whether purpose, minimum and bound numbers are stated in full.
    #[must_use]
    pub fn restates_service(self) -> bool {
        self.restates_company()
    }

    /// Whether the customer confirms anew to have read the agreement and to
    /// keep to its uses (四（一）3、4、5).
    #[must_use]
    pub fn renews_consent(self) -> bool {
        matches!(
            self,
            Self::New | Self::Change | Self::Renewal | Self::Transfer
        )
    }
}
