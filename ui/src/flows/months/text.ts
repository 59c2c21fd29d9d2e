/** What is said while months are closed. */
import { yuan } from '../../parts/money';
import { count, monthName } from '../../parts/quantity';

export const MONTHS = {
  title: '月结',
  month: '月份',
  state: '状态',
  closed: '已结账',
  next: '待结账',
  later: '未结账',
  numbers: '号码',
  calls: '通话',
  charged: '应收',
  topUp: '其中补足最低消费',
  closedAt: '结账时间',
  closedBy: '结账人',
  open: '试算',
  empty: '还没有账户，没有月份可结',
  emptyHint: '协议生效后，号码自动有账户',
} as const;

export const SHEET = {
  back: '返回月份列表',
  summary: '月度汇总',
  export: '导出账单',
  close: '结账…',
  cannotClose: '还不能结账',
  trial: '试算',
  all: '全部',
  odd: '有异常',
  filter: '号码或企业名称',
  number: '号码',
  company: '企业名称',
  opening: '期初',
  payments: '收款',
  calls: '通话',
  minutes: '分钟',
  rated: '通话费',
  minimum: '最低消费',
  top_up: '补足',
  fees: '功能费',
  corrections: '调整',
  closing: '期末',
  oddities: '异常',
  empty: '这个月没有号码',
  emptyFiltered: '没有符合条件的号码',
  notRated: (calls: number) => `${count(calls)} 条通话没有适用的资费，不会计费`,
  tariffs: '去看资费',
  quarantined: (rows: number) => `${count(rows)} 行话单还没处理，不会计费`,
  quarantineLink: '去处理',
  total: (numbers: number) => `共 ${count(numbers)} 个号码`,
  ODDITY: {
    OddNotBilled: '未计费',
    OddNoCallsForTwoMonths: '两月无通话',
    OddFiveTimesAverage: '话费突增',
    OddNegativeBalance: '余额为负',
  } as Record<string, string>,
  oddOther: '请留意',
} as const;

export const CLOSE = {
  title: (month: string) => `${monthName(month)}结账`,
  lead: (numbers: number) => `将为 ${count(numbers)} 个号码记账：`,
  rated: '通话费',
  top_up: '补足最低消费',
  fees: '功能费',
  charged: '合计应收',
  closing: '结账后余额合计',
  negative: (numbers: number) => `其中 ${count(numbers)} 个号码结账后余额为负。`,
  odd: (numbers: number) => `${count(numbers)} 个号码有异常，请确认都已看过。`,
  left: (rows: number, calls: number) =>
    [
      rows > 0 ? `${count(rows)} 行话单还没处理` : '',
      calls > 0 ? `${count(calls)} 条通话没有资费` : '',
    ]
      .filter(Boolean)
      .join('，'),
  leftMeaning: '现在结账，它们不会计入这个月。',
  leftAgreed: '我知道，仍要结账',
  final: '结账后这个月的账不能再改；有误时只能在以后的月份调整。',
  submit: '确认结账',
  doing: '正在结账，请不要关闭程序。中断了也不要紧，重新打开后再结一次即可。',
  done: (month: string, charged: number) =>
    `${monthName(month)}已结账，合计应收 ${yuan(charged)} 元`,
} as const;

export const SUMMARY = {
  title: (month: string) => `${monthName(month)}汇总`,
  charged: '合计应收',
  calls: '通话',
  minutes: '计费分钟',
  kinds: '按通话类型',
  kind: '类型',
  charge: '金额（元）',
  course: '近十二个月',
  month: '月份',
  rated: '通话费',
  top_up: '补足最低消费',
  fees: '功能费',
  payments: '收款',
  noKinds: '这个月没有计费的通话',
  asTable: '看数字',
  asChart: '看图',
  yuan: '元',
  bar: (month: string, charged: number, payments: number) =>
    `${monthName(month)}：应收 ${yuan(charged)} 元，收款 ${yuan(payments)} 元`,
  chart: (from: string, to: string) =>
    `${monthName(from)}至${monthName(to)}每月应收与收款的柱形图，数字见“看数字”`,
} as const;
