/** What is said about accounts that run dry. */
import type { ArrearsStep } from '../../backend';

export const ARREARS = {
  title: '欠费',
  lead: '程序按近月平均推算并提出建议，每一步由人确认',
  all: '全部',
  step: '建议',
  number: '400 号码',
  company: '客户',
  balance: '余额（元）',
  average: '月均（元）',
  dry: '余额用完',
  suspended: '停机自',
  terminate: '三十天到期',
  acts: '办理',
  ranDry: (day: string) => `${day} 已用完`,
  today: '今天用完',
  soon: (day: string, days: number) => `${day} · ${days} 天后`,
  overdue: (day: string, days: number) => (days === 0 ? `${day} · 今天` : `${day} · 过 ${days} 天`),
  left: (day: string, days: number) => `${day} · 还 ${days} 天`,
  unknown: '—',
  notice: '催缴通知',
  termination: '终止通知',
  suspend: '停机',
  close: '销户',
  pay: '收款',
  closeReason: '停机满 30 天未续费，终止协议',
  empty: '没有欠费或快用完的账户',
  emptyHint: '余额不够一个月平均用量的账户会列在这里',
} as const;

/** Why the program proposes it. */
export const STEP_MEANS: Record<ArrearsStep, string> = {
  terminate: '停机满 30 天未续费（协议第五条（二）），可终止协议',
  suspend: '余额已不够，应催缴并停机（协议第四条（二）3）',
  wait: '已停机，等客户续费',
  remind: '余额快用完，提醒客户续费',
};

export const TODAY_ARREARS = {
  title: '欠费',
  open: '查看',
  none: '没有欠费账户',
  more: (count: number) => `另有 ${count} 个`,
} as const;
