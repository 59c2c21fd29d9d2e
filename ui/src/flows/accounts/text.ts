/** What is said about prepaid accounts, their ledger and what is done with them. */
import type { EntryKind, PaymentKind } from '../../backend';

export const ACCOUNTS = {
  title: '账户',
  all: '全部',
  filter: '号码、企业名称、协议编号',
  number: '400 号码',
  company: '客户',
  state: '状态',
  plan: '套餐',
  minimum: '月最低消费',
  balance: '余额（元）',
  opened: '开通日期',
  agreement: '协议编号',
  noTariff: '无资费',
  total: (count: number) => `共 ${count} 个账户`,
  empty: '没有符合条件的账户',
  emptyHint: '协议登记签署后，账户会自动开立',
  unpriced: (count: number) => `${count} 个账户的套餐还没有资费，话单无法计费。请设定资费：`,
  unpricedStaff: (count: number) =>
    `${count} 个账户的套餐还没有资费，话单无法计费。请经理设定资费：`,
} as const;

export const ACCOUNT = {
  balance: '余额',
  owed: '欠费',
  facts: '账户资料',
  contract: '合同金额',
  floor: '续费下限',
  aMonth: (amount: string) => `${amount} 元/月`,
  yuan: (amount: string) => `${amount} 元`,
  closed: '最后一天',
  calls: '本月通话',
  unpriced: (plan: string) => `套餐“${plan}”还没有资费，这个号码的话单无法计费。`,
  setTariff: '为套餐设资费',
  changePlan: '换套餐',
  former: '原用户',
  formerUntil: (day: string) => `至 ${day}，已过户`,
  suspensions: '停机记录',
  span: (from: string, until: string | null) => (until ? `${from} 至 ${until}` : `${from} 起`),
  disputes: '话单异议',
  ledger: '账目',
} as const;

export const LEDGER = {
  on: '日期',
  kind: '项目',
  note: '备注',
  amount: '金额（元）',
  balance: '余额（元）',
  by: '经手人',
  receipt: '收据',
  receiptNumber: (number: string) => `收据 ${number}`,
  reverse: '冲正',
  reversed: '已冲正',
  reverses: (id: number) => `冲正第 ${id} 笔`,
  id: '序号',
  empty: '还没有账目',
  emptyHint: '收到首次预存后，从“收款”开始记账',
  total: (count: number) => `共 ${count} 笔`,
} as const;

export const ACTIONS = {
  pay: '收款',
  adjust: '调账',
  suspend: '停机',
  resume: '复机',
  terms: '套餐与最低消费',
  close: '销户',
  notices: '通知书',
  more: '更多',
} as const;

/** What the balance becomes. */
export function balanceBecomes(before: string, after: string): string {
  return `余额由 ${before} 元变为 ${after} 元。`;
}

export const PAY = {
  title: (shown: string) => `收款：${shown}`,
  kind: '款项',
  amount: '金额',
  fill: (amount: string) => `填 ${amount}`,
  means: '付款方式',
  note: '备注',
  noteHint: '可不填，印在收据上',
  floor: (amount: string) => `续费不低于 ${amount} 元（协议第四条（二）8）`,
  contract: (amount: string) => `合同金额 ${amount} 元`,
  below: (amount: string) => `低于续费下限 ${amount} 元，须由经理写明理由放行`,
  override: '放行理由',
  overrideHint: '至少 4 个字，记入操作记录',
  lead: (kind: string) => `记入一笔${kind}，存入预存余额，并编收据号。`,
  leadSum: (kind: string, amount: string, becomes: string) =>
    `记入一笔${kind} ${amount} 元，编收据号；${becomes}`,
  submit: '确认收款',
  done: (amount: string) => `已收款 ${amount} 元`,
  after: (amount: string) => `现余额 ${amount} 元`,
  receipt: (number: string) => `收据号 ${number}`,
  save: '另存收据 PDF',
  finish: '完成',
} as const;

export const PAY_KIND_HINT: Record<PaymentKind, string> = {
  first: '开通时的第一笔预存',
  renewal: '续费要不低于续费下限',
  other: '临时补缴等，不受续费下限约束',
};

/** Entries that a person makes, with what each does. */
export type ByHand = Extract<EntryKind, 'credit' | 'debit' | 'refund' | 'forfeiture'>;

export const BY_HAND: Record<
  ByHand,
  { lead: string; submit: string; usual: readonly string[]; whole: boolean }
> = {
  credit: {
    lead: '把多收的话费加回余额，账单上单独列出。',
    submit: '确认退还',
    usual: ['话单计费有误，退还多收话费', '服务中断补偿'],
    whole: false,
  },
  debit: {
    lead: '从余额里补扣少收的话费，账单上单独列出。',
    submit: '确认补收',
    usual: ['迟到话单补收话费', '上月少计话费'],
    whole: false,
  },
  refund: {
    lead: '把预存余额退给客户，从余额里减去；钱款请另行付给客户。',
    submit: '确认退款',
    usual: ['销户退还余额', '多缴退回'],
    whole: true,
  },
  forfeiture: {
    lead: '因违规没收预存余额（协议第四条（一）4、5），由经理决定，客户不再享有这笔钱。',
    submit: '确认没收',
    usual: ['违规转接，按协议第四条（一）4 没收', '违法违规内容，按协议第四条（一）5 没收'],
    whole: true,
  },
};

export const ENTRY = {
  title: (kind: string, shown: string) => `${kind}：${shown}`,
  amount: '金额',
  whole: '全部余额',
  reason: '理由',
  reasonHint: '至少 4 个字，印在账单上',
  frozen: '因违规停机，余额已冻结，不能退款；是否没收由经理决定。',
  done: (kind: string) => `已记入${kind}`,
} as const;

export const REVERSE = {
  title: '冲正',
  lead: (kind: string, on: string, amount: string) =>
    `记一笔 ${amount} 元的冲正，抵消 ${on} 的${kind}；原来那笔保留，不能再冲第二次。`,
  confirm: '确认冲正',
  usual: ['金额录错', '记错账户', '客户款项未到账'],
  done: '已冲正',
} as const;

export const SUSPEND = {
  title: (shown: string) => `停机：${shown}`,
  lead: '从今天起停机。停机期间仍按月收取最低消费（协议第四条（二）6）；满 30 天未续费的，列入终止名单（第五条（二））。',
  freezes: '按此原因停机，余额同时冻结，不能退款。',
  reason: '原因（按协议）',
  note: '说明',
  noteHint: '至少 4 个字，记录发生了什么',
  usualArrears: '余额不足，催缴后未续费',
  submit: '确认停机',
  done: '已停机，可另存停机通知',
} as const;

export const RESUME = {
  title: (shown: string) => `复机：${shown}`,
  lead: '从今天起恢复通话，停机到昨天为止。',
  owed: (amount: string) => `账户还欠 ${amount} 元，复机前请确认已收款。`,
  note: '说明',
  noteHint: '例如“已续费”“资料已更正”',
  submit: '确认复机',
  done: '已复机，可另存复机通知',
} as const;

export const TERMS = {
  title: (shown: string) => `套餐与最低消费：${shown}`,
  lead: '从今天起的通话按新套餐计费，本月起按新的最低消费；已结账的月份不变。',
  plan: '套餐',
  planHint: '只列出已有资费的套餐',
  minimum: '月最低消费',
  reason: '理由',
  reasonHint: '至少 4 个字，记入操作记录',
  submit: '确认更改',
  done: '已更改',
} as const;

export const CLOSE = {
  title: (shown: string) => `销户：${shown}`,
  lead: '第一步：定下服务的最后一天。最后一个月结账时收取当月费用，之后退清余额，再结束协议（协议第五条（一））。',
  lastDay: '服务最后一天',
  lastDayHint: '不能在已结账的月份内',
  reason: '原因',
  reasonHint: '至少 4 个字，记入操作记录',
  usual: ['客户申请销户', '停机满 30 天未续费，终止协议'],
  submit: '确认停止服务',
  done: '已登记销户，等待最后一个月结账',
  step: {
    title: '销户进度',
    service: (day: string) => `服务到 ${day} 为止`,
    month: (month: string) => `${month} 结账，收取最后一个月`,
    balance: '余额退清或没收',
    owes: '客户交清欠费',
    end: '结束协议',
    monthHint: '导入话单后去月结',
    rest: (amount: string) => `还有余额 ${amount} 元`,
    owed: (amount: string) => `还欠 ${amount} 元`,
    ended: '协议已结束',
    done: '已完成',
    waiting: '待办',
  },
} as const;

export const END = {
  title: (shown: string) => `结束协议：${shown}`,
  lead: (agreement: string) =>
    `第二步：结束协议 ${agreement}，账户关闭，号码进入冷却，不能撤销。之后可另存销户确认。`,
  submit: '结束协议',
  done: '协议已结束',
} as const;
