/** Words of the ledger, of tariffs and of disputes, as the office and the agreement say them. */
import type {
  AccountState,
  ArrearsStep,
  CallerClass,
  DisputeState,
  EntryKind,
  Increment,
  Leg,
  NoticeKind,
  PartMonth,
  PaymentKind,
  SuspensionReason,
} from '../backend/bindings';

/** 接听方式. */
export const LEG: Record<Leg, string> = { landline: '固话', mobile: '手机', international: '国际' };

/** 主叫类别. */
export const CALLER_CLASS: Record<CallerClass, string> = { local: '市话', long_distance: '长途' };

/** 计费单位. */
export const INCREMENT: Record<Increment, string> = {
  six_seconds: '6 秒',
  half_minute: '30 秒',
  minute: '60 秒',
};

/** 首月、末月最低消费. */
export const PART_MONTH: Record<PartMonth, string> = {
  actual_only: '按实际话费',
  full_minimum: '按整月最低消费',
  by_days: '按天折算最低消费',
};

/** 账目. */
export const ENTRY_KIND: Record<EntryKind, string> = {
  first_payment: '首次预存',
  renewal: '续费',
  other_payment: '缴费',
  calls: '通话费',
  top_up: '补足最低消费',
  function_fee: '功能费',
  credit: '退还话费',
  debit: '补收话费',
  refund: '退款',
  forfeiture: '没收余额',
  reversal: '冲正',
};

/** 收款种类. */
export const PAYMENT_KIND: Record<PaymentKind, string> = {
  first: '首次预存',
  renewal: '续费',
  other: '其他缴费',
};

/** Where an account stands. */
export const ACCOUNT_STATE: Record<AccountState, string> = {
  open: '在用',
  suspended: '停机',
  closing: '销户中',
  closed: '已销户',
};

/** Where a dispute stands. */
export const DISPUTE_STATE: Record<DisputeState, string> = {
  open: '复审中',
  upheld: '成立',
  rejected: '不成立',
};

/** Why a number is suspended, in the words of the agreement, and the clause. */
export const SUSPENSION_REASON: Record<SuspensionReason, { word: string; clause: string }> = {
  arrears: { word: '未按约定交纳话费', clause: '第四条（二）3' },
  // Which item of its clause, texts of different editions count differently.
  filing_untrue: { word: '备案用户资料不真实', clause: '第五条（二）' },
  unlawful_conduct: { word: '违反法律法规或严重侵犯甲方权益', clause: '第五条（二）' },
  untrue_uncorrected: { word: '登记资料不真实且无法联系或未及时更正', clause: '第三条（一）' },
  forbidden_business: {
    word: '从事回拨、直拨等转接业务或其他非法通信经营',
    clause: '第四条（一）4',
  },
  forbidden_content: { word: '接入违法违规内容', clause: '第四条（一）5' },
};

/** 通知书. */
export const NOTICE_KIND: Record<NoticeKind, string> = {
  arrears: '欠费催缴通知',
  suspension: '停机通知',
  resumption: '复机通知',
  closing: '销户确认',
  termination: '终止通知',
};

/** What the program proposes for an account that runs dry. */
export const ARREARS_STEP: Record<ArrearsStep, string> = {
  terminate: '到期终止',
  suspend: '应停机',
  wait: '停机待缴',
  remind: '提醒缴费',
};
