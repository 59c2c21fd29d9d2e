//! What does not agree between papers. Carries names and days, never numbers
//! of identity cards.

use chrono::NaiveDate;
use desk_domain::Refusal;

/// One disagreement, for a person to settle.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    /// 身份证上的人不是营业执照上的法定代表人, and there is no authorisation.
    #[error("the representative is not on any card")]
    RepresentativeIsAnother {
        /// Name on the licence.
        licence: String,
        /// Names on the cards.
        card: String,
    },
    /// 授权书的授权人不是法定代表人.
    #[error("the authorisation is signed by somebody else")]
    AuthorisationByAnother {
        /// Name on the licence.
        licence: String,
        /// Name on the letter.
        letter: String,
    },
    /// 被授权人没有身份证.
    #[error("the authorised person is not on any card")]
    AuthorisedIsAnother {
        /// Name on the letter.
        letter: String,
        /// Names on the cards.
        card: String,
    },
    /// 授权书上的单位不是营业执照上的.
    #[error("the authorisation is of another enterprise")]
    AuthorisationOfAnother {
        /// Name on the licence.
        licence: String,
        /// Name on the letter.
        letter: String,
    },
    /// 性别 does not fit the number.
    #[error("sex and number disagree")]
    SexAgainstNumber {
        /// As printed.
        printed: String,
        /// As the number says.
        number: String,
    },
    /// 出生 does not fit the number.
    #[error("birth and number disagree")]
    BirthAgainstNumber {
        /// As printed.
        printed: NaiveDate,
        /// As the number says.
        number: NaiveDate,
    },
    /// Born after today.
    #[error("born in the future")]
    BornInFuture {
        /// The day read.
        birth: NaiveDate,
    },
    /// 有效期限 does not fit the holder's age at issue.
    #[error("the card's term does not fit the age")]
    CardTermAgainstAge {
        /// Full years of age on the day of issue.
        age: u32,
        /// What the law gives: years, or 长期.
        expected: String,
        /// What is printed.
        found: String,
    },
    /// The card begins to be valid after today.
    #[error("the card is not yet valid")]
    CardNotYetValid {
        /// First day.
        from: NaiveDate,
    },
    /// 身份证已过期.
    #[error("the card has expired")]
    CardExpired {
        /// Last day.
        until: NaiveDate,
    },
    /// 身份证在合同期内到期.
    #[error("the card expires within the contract")]
    CardExpiresWithinContract {
        /// Last day.
        until: NaiveDate,
        /// The contract's last day.
        contract_end: NaiveDate,
    },
    /// 营业执照已过期.
    #[error("the licence has expired")]
    LicenceExpired {
        /// Last day.
        until: NaiveDate,
    },
    /// 营业执照在合同期内到期.
    #[error("the licence expires within the contract")]
    LicenceExpiresWithinContract {
        /// Last day.
        until: NaiveDate,
        /// The contract's last day.
        contract_end: NaiveDate,
    },
    /// Issued, or the enterprise founded, after today.
    #[error("the licence is of the future")]
    LicenceOfFuture {
        /// The day read.
        day: NaiveDate,
    },
    /// Issued before the enterprise was founded.
    #[error("the licence was issued before the founding")]
    LicenceBeforeFounding {
        /// 成立日期.
        founded: NaiveDate,
        /// Day of signature.
        issued: NaiveDate,
    },
    /// 号码用途 finds nothing like it in 经营范围.
    #[error("the purpose is not within the scope")]
    PurposeBeyondScope {
        /// In the words of the form.
        purpose: String,
    },
}

impl Refusal for Finding {
    fn code(&self) -> &'static str {
        match self {
            Self::RepresentativeIsAnother { .. } => "RepresentativeIsAnother",
            Self::AuthorisationByAnother { .. } => "AuthorisationByAnother",
            Self::AuthorisedIsAnother { .. } => "AuthorisedIsAnother",
            Self::AuthorisationOfAnother { .. } => "AuthorisationOfAnother",
            Self::SexAgainstNumber { .. } => "SexAgainstNumber",
            Self::BirthAgainstNumber { .. } => "BirthAgainstNumber",
            Self::BornInFuture { .. } => "BornInFuture",
            Self::CardTermAgainstAge { .. } => "CardTermAgainstAge",
            Self::CardNotYetValid { .. } => "CardNotYetValid",
            Self::CardExpired { .. } => "CardExpired",
            Self::CardExpiresWithinContract { .. } => "CardExpiresWithinContract",
            Self::LicenceExpired { .. } => "LicenceReadExpired",
            Self::LicenceExpiresWithinContract { .. } => "LicenceExpiresWithinContract",
            Self::LicenceOfFuture { .. } => "LicenceOfFuture",
            Self::LicenceBeforeFounding { .. } => "LicenceBeforeFounding",
            Self::PurposeBeyondScope { .. } => "PurposeBeyondScope",
        }
    }

    fn details(&self) -> Vec<(&'static str, String)> {
        let day = |day: &NaiveDate| day.format("%Y-%m-%d").to_string();
        match self {
            Self::RepresentativeIsAnother { licence, card } => {
                vec![("licence", licence.clone()), ("card", card.clone())]
            }
            Self::AuthorisationByAnother { licence, letter }
            | Self::AuthorisationOfAnother { licence, letter } => {
                vec![("licence", licence.clone()), ("letter", letter.clone())]
            }
            Self::AuthorisedIsAnother { letter, card } => {
                vec![("letter", letter.clone()), ("card", card.clone())]
            }
            Self::SexAgainstNumber { printed, number } => {
                vec![("printed", printed.clone()), ("number", number.clone())]
            }
            Self::BirthAgainstNumber { printed, number } => {
                vec![("printed", day(printed)), ("number", day(number))]
            }
            Self::BornInFuture { birth: date } | Self::LicenceOfFuture { day: date } => {
                vec![("day", day(date))]
            }
            Self::CardTermAgainstAge {
                age,
                expected,
                found,
            } => vec![
                ("age", age.to_string()),
                ("expected", expected.clone()),
                ("found", found.clone()),
            ],
            Self::CardNotYetValid { from } => vec![("from", day(from))],
            Self::CardExpired { until } | Self::LicenceExpired { until } => {
                vec![("until", day(until))]
            }
            Self::CardExpiresWithinContract {
                until,
                contract_end,
            }
            | Self::LicenceExpiresWithinContract {
                until,
                contract_end,
            } => {
                vec![("until", day(until)), ("contract_end", day(contract_end))]
            }
            Self::LicenceBeforeFounding { founded, issued } => {
                vec![("founded", day(founded)), ("issued", day(issued))]
            }
            Self::PurposeBeyondScope { purpose } => vec![("purpose", purpose.clone())],
        }
    }
}
