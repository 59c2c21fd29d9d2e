/** What is said about tariffs. */
import type { PartMonth } from '../../backend';
import type { Standing } from './terms';

export const TARIFFS = {
  title: '资费',
  lead: '按生效日期分版本；已结账的月份永不变动',
  plans: '套餐',
  accounts: (count: number) => (count === 0 ? '没有账户' : `${count} 个账户`),
  newPlan: '新建套餐',
  newVersion: '调整资费',
  planned: (day: string) => `${day} 起调整`,
  noneInForce: '尚未生效',
  empty: '还没有资费',
  emptyHint: '没有资费，话单就无法计费',
  emptyHintStaff: '资费由经理设定',
  unknown: (plan: string) => `套餐“${plan}”还没有资费`,
  unknownHint: '在用账户已登记这个套餐；设好资费后，尚未结账月份的通话会重新计费。',
  unknownSet: '设定资费',
  versions: '资费版本',
  effective: '生效日期',
  standing: '状态',
  unit: '价格单位：元/分钟',
  increment: '计费单位',
  setAt: '设定时间',
  setBy: '设定人',
  fees: '月功能费',
  noFees: '各项功能不收费',
  aMonth: '元/月',
  firstMonth: '开通当月最低消费',
  lastMonth: '销户当月最低消费',
  notDelivered: '不接',
  detail: (day: string) => `${day} 起的资费`,
} as const;

export const STANDING: Record<Standing, string> = {
  planned: '待生效',
  in_force: '现行',
  past: '已过',
};

/** What each policy does, for a month in which a number was open on some days only. */
export const PART_MONTH_MEANS: Record<PartMonth, string> = {
  actual_only: '打多少收多少，不补足最低消费',
  full_minimum: '哪怕只用一天，也按整月最低消费补足',
  by_days: '最低消费 × 在网天数 ÷ 当月天数，不足的补足',
};

export const EDITOR = {
  titleNew: '新建套餐',
  title: (plan: string) => `调整“${plan}”的资费`,
  copied: (day: string) => `以 ${day} 的版本为底稿，改完存为新版本，原版本保留。`,
  fresh: '套餐名称要与受理单上的一致，账户才会按它计费。',
  name: '套餐名称',
  effective: '生效日期',
  closed: (month: string, first: string) => `${month} 及以前已结账，不会变动；最早从 ${first} 生效`,
  open: '生效日零点起开始的通话按新价',
  backdated: '早于今天：此日起、尚未结账的通话会按新价重新计费',
  rates: '每分钟价格',
  perMinute: '元/分',
  sameAsLocal: '同市话',
  abroad: '不填表示不接国际电话',
  increment: '计费单位',
  incrementHint: '不足一个单位按一个计；每分钟价格要能按单位除尽',
  fees: '月功能费',
  feesHint: '不填为不收费',
  save: '存为新版本',
  create: '建立套餐',
  saved: '资费已保存',
} as const;

export const TRY = {
  title: '试算一通电话',
  leg: '接听',
  callerClass: '主叫',
  seconds: '通话时长',
  unit: '秒',
  usual: [
    [6, '6 秒'],
    [61, '61 秒'],
    [600, '10 分'],
  ],
  old: '现行',
  fresh: '新价',
  rate: '每分钟',
  counted: '计费',
  times: (increments: number, unit: string) => `${increments} × ${unit}`,
  charge: '话费',
  differs: '相差',
  same: '不变',
  none: '—',
  wait: '填好固话、手机价格后在这里试算',
} as const;
