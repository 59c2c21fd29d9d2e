//! What the choices of the form are called, on paper and on the screen.

use super::{IdKind, Means, Owner, Strategy};
use crate::identifier::DisplayForm;

impl IdKind {
    /// 居民身份证, 港澳台居民居住证, …
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::CitizenId => "居民身份证",
            Self::ResidentPermit => "港澳台居民居住证",
            Self::PermanentResident => "外国人永久居留身份证",
            Self::Passport => "护照",
        }
    }
}

impl Owner {
    /// 公司, 法人, 员工, 关联公司.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Company => "公司",
            Self::LegalRepresentative => "法人",
            Self::Employee => "员工",
            Self::Affiliate => "关联公司",
        }
    }
}

impl Strategy {
    /// 顺序, 随机, 循环, 按区域, 按时间.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::InOrder => "顺序",
            Self::Random => "随机",
            Self::RoundRobin => "循环",
            Self::ByArea => "按区域",
            Self::ByTime => "按时间",
        }
    }
}

impl Means {
    /// 银行转账, 现金, 刷卡, 扫码支付, 银行托收.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Transfer => "银行转账",
            Self::Cash => "现金",
            Self::Card => "刷卡",
            Self::QrPay => "扫码支付",
            Self::Collection => "银行托收",
        }
    }
}

impl DisplayForm {
    /// How the ten digits are grouped: 3-3-4, …
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::ThreeThreeFour => "3-3-4",
            Self::ThreeFourThree => "3-4-3",
            Self::FourThreeThree => "4-3-3",
            Self::ThreeSeven => "3-7",
            Self::FiveFive => "5-5",
            Self::Whole => "不分段",
        }
    }
}
