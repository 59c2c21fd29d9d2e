//! Whether what a number is said to be for fits the company's business scope
//! (a hint, never a verdict), and whether it names something that the
//! agreement forbids (四（一）4、5).

/// Words for what every company does with a telephone. They say nothing about
/// a trade, so they fit every scope.
const GENERAL: [&str; 30] = [
    "客户",
    "用户",
    "服务",
    "热线",
    "咨询",
    "售后",
    "售前",
    "电话",
    "总机",
    "呼叫",
    "接听",
    "来电",
    "投诉",
    "建议",
    "预约",
    "预订",
    "订购",
    "报修",
    "维修",
    "技术支持",
    "支持",
    "回访",
    "联系",
    "公司",
    "企业",
    "产品",
    "业务",
    "办理",
    "受理",
    "销售",
];

/// Letters of the language and signs between words.
const JOINTS: [char; 22] = [
    '的', '与', '和', '及', '等', '为', '用', '于', '、', '，', '。', '；', '（', '）', '(', ')',
    ',', ';', ' ', '/', '：', '·',
];

/// What 四（一）4 and 5 name, in the words people use for it.
const FORBIDDEN: [&str; 20] = [
    "回拨",
    "直拨",
    "网络电话",
    "转接业务",
    "话务转售",
    "群呼",
    "外呼营销",
    "赌博",
    "博彩",
    "彩票代购",
    "色情",
    "交友陪聊",
    "代开发票",
    "刷单",
    "套现",
    "传销",
    "邪教",
    "算命",
    "贷款中介",
    "代办信用卡",
];

/// The first forbidden word in the purpose.
pub(super) fn forbidden(purpose: &str) -> Option<&'static str> {
    FORBIDDEN.into_iter().find(|word| purpose.contains(word))
}

/// Whether the purpose is general, or shares a word of two characters with the
/// scope or the name. Without a scope there is nothing to compare.
pub(super) fn fits(purpose: &str, scope: &str, name: &str) -> bool {
    if scope.trim().is_empty() {
        return true;
    }
    let mut rest = purpose.to_owned();
    for word in GENERAL {
        rest = rest.replace(word, " ");
    }
    let words: Vec<&str> = rest
        .split(JOINTS)
        .filter(|word| word.chars().count() >= 2)
        .collect();
    words.is_empty()
        || words.iter().any(|word| {
            let characters: Vec<char> = word.chars().collect();
            characters.windows(2).any(|pair| {
                let pair: String = pair.iter().collect();
                scope.contains(&pair) || name.contains(&pair)
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCOPE: &str = "一般项目：软件开发；餐饮服务；机械设备租赁；广告设计、代理";

    #[test]
    fn general_purposes_fit_every_scope() {
        for purpose in [
            "客户服务热线",
            "产品咨询与售后服务",
            "公司总机",
            "业务办理、投诉建议",
        ] {
            assert!(fits(purpose, SCOPE, "样本公司"), "{purpose}");
        }
    }

    #[test]
    fn a_trade_must_be_in_the_scope_or_the_name() {
        assert!(fits("软件产品的客户咨询", SCOPE, "样本公司"));
        assert!(fits("样本家电售后", SCOPE, "郑州样本家电有限公司"));
        assert!(!fits("口腔门诊预约", SCOPE, "样本公司"));
        assert!(fits("口腔门诊预约", " ", "样本公司"));
    }

    #[test]
    fn clause_4_1_4_and_5_forbidden_uses_are_named() {
        assert_eq!(forbidden("网络电话直拨、回拨"), Some("回拨"));
        assert_eq!(forbidden("客户服务热线"), None);
    }
}
