//! The words carriers use for their columns.

use crate::calls::Meaning;

/// Whole heads, without brackets, spaces and unit; the words of one line are
/// parted by spaces. A lower rank is a better name.
pub(super) const NAMES: &[(Meaning, u8, &str)] = &[
    (
        Meaning::Number400,
        0,
        "400号码 400电话 400业务号码 400电话号码 400 400服务号码",
    ),
    (
        Meaning::Number400,
        1,
        "业务号码 接入号码 接入号 服务号码 热线号码 特服号 特服号码 原被叫号码 \
         原被叫 大号 业务号",
    ),
    (
        Meaning::Number400,
        2,
        "被叫号码 被叫 被叫方 被叫方号码 called callednumber callee calledno",
    ),
    (
        Meaning::Number400,
        3,
        "计费号码 用户号码 产品号码 设备号码 设备号 电话号码",
    ),
    (
        Meaning::Caller,
        0,
        "主叫号码 来电号码 主叫 主叫方号码 主叫方 主叫电话 caller callingnumber \
         callernumber callingno",
    ),
    (
        Meaning::Caller,
        1,
        "来电 来话号码 呼入号码 客户号码 对方号码 客户电话 来电电话 来显号码 ani",
    ),
    (
        Meaning::AnsweredBy,
        0,
        "接听号码 接听电话 目的号码 目的码 转接号码 绑定号码 落地号码 实际被叫 \
         实际被叫号码 应答号码 接听方号码",
    ),
    (
        Meaning::AnsweredBy,
        1,
        "接听 目的地号码 转接 座席号码 坐席号码 前转号码 呼转号码 被叫终端号码 \
         目的终端号码 接听方 destination answeredby",
    ),
    (
        Meaning::Start,
        0,
        "开始时间 通话开始时间 起始时间 通话起始时间 开始日期时间 starttime \
         begintime 计费开始时间",
    ),
    (
        Meaning::Start,
        1,
        "应答时间 接通时间 接听时间 answertime 通话日期时间",
    ),
    (
        Meaning::Start,
        2,
        "呼叫时间 呼叫开始时间 拨打时间 来电时间 呼入时间 主叫时间 通话时间 \
         发生时间 calltime",
    ),
    (
        Meaning::Start,
        3,
        "时间 日期时间 话单时间 通话时刻 time datetime",
    ),
    (
        Meaning::StartDate,
        0,
        "开始日期 通话日期 呼叫日期 话单日期 起始日期 来电日期",
    ),
    (Meaning::StartDate, 1, "日期 date"),
    (Meaning::StartTime, 0, "开始时刻 通话时刻 呼叫时刻 时刻"),
    (
        Meaning::End,
        0,
        "结束时间 通话结束时间 挂断时间 挂机时间 终止时间 通话终止时间 endtime \
         计费结束时间",
    ),
    (Meaning::End, 1, "释放时间 拆线时间 截止时间 结束时刻"),
    (
        Meaning::Duration,
        0,
        "通话时长 时长 通话秒数 实际时长 实际通话时长 持续时间 持续时长 \
         通话持续时间 通话长度 duration seconds 秒数",
    ),
    (
        Meaning::Duration,
        2,
        "计费时长 计费分钟 计费分钟数 收费时长 计费秒数 billsec 分钟数 \
         通话分钟数 billedduration minutes",
    ),
    (Meaning::Duration, 3, "通话时间"),
    (
        Meaning::Fee,
        0,
        "费用 话费 通话费 通话费用 总费用 话费金额 fee charge",
    ),
    (
        Meaning::Fee,
        1,
        "金额 应收 应收金额 计费金额 通信费 实收 实收金额 费用合计 cost amount",
    ),
    (Meaning::CallType, 0, "话单类型 通话类型 呼叫类型 calltype"),
    (
        Meaning::CallType,
        1,
        "业务类型 类型 通话方式 计费类型 长途类型 type",
    ),
    (
        Meaning::Region,
        0,
        "归属地 主叫归属地 来电归属地 号码归属地 主叫归属 region",
    ),
    (
        Meaning::Region,
        1,
        "主叫地区 来电地区 地区 区域 城市 省份 主叫区域 归属 主叫所在地",
    ),
    (
        Meaning::Outcome,
        0,
        "接通状态 通话状态 呼叫状态 接听状态 是否接通 应答状态 status",
    ),
    (
        Meaning::Outcome,
        1,
        "通话结果 呼叫结果 状态 接续状态 是否接听 结果 result",
    ),
];

/// Parts of heads, tried in this order when no whole head fits.
pub(super) const PARTS: &[(Meaning, &str)] = &[
    (Meaning::Region, "归属"),
    (Meaning::Outcome, "状态"),
    (Meaning::Outcome, "是否"),
    (Meaning::CallType, "类型"),
    (Meaning::Number400, "400"),
    (Meaning::AnsweredBy, "接听号"),
    (Meaning::AnsweredBy, "转接号"),
    (Meaning::AnsweredBy, "目的"),
    (Meaning::Caller, "主叫号"),
    (Meaning::Caller, "来电号"),
    (Meaning::Number400, "被叫号"),
    (Meaning::End, "结束时间"),
    (Meaning::Start, "开始时间"),
    (Meaning::Start, "起始时间"),
    (Meaning::Start, "呼叫时间"),
    (Meaning::Duration, "时长"),
    (Meaning::Duration, "秒数"),
    (Meaning::Fee, "费用"),
    (Meaning::Fee, "话费"),
    (Meaning::Fee, "金额"),
];
