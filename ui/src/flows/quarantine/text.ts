/** What is said about rows that were set aside. */
import { count } from '../../parts/quantity';

export const QUARANTINE = {
  title: '待处理话单',
  lead: '这些行读不明白，没有计费。改好后放回，或写明原因放弃。',
  allFiles: '全部文件',
  file: '文件',
  reason: '问题',
  allReasons: '全部问题',
  waiting: (rows: number) => `待处理 ${count(rows)}`,
  all: '含已处理',
  first: (rows: number, of: number) =>
    `先列出 ${count(rows)} 行，共 ${count(of)} 行；处理掉一些，其余的会接着列出。`,
  empty: '没有待处理的行',
  emptyHint: '导入话单时读不明白的行会放在这里',
  emptyFiltered: '没有符合条件的行',
  row: (row: number) => `第 ${count(row)} 行`,
  cell: (head: string, column: number) => head || `第 ${column + 1} 列`,
  mend: '放回',
  mended: '已放回，按通话时间计费',
  giveUp: '放弃',
  giveUpTitle: (row: number) => `放弃第 ${count(row)} 行`,
  giveUpLead: '这一行不再计费，原样留存，以后可以查到。',
  usual: ['不是本公司的号码', '运营商确认此条无效', '与另一条重复'],
  total: (rows: number) => `共 ${count(rows)} 行`,
  state: { waiting: '待处理', mended: '已放回', given_up: '已放弃' } as Record<string, string>,
} as const;

export const ALL_ROWS = {
  mend: (rows: number) => `${count(rows)} 行都再试一次`,
  mendHint: '号码入库或开户以后，原样放回就能计费',
  giveUp: (rows: number) => `${count(rows)} 行都放弃`,
  giveUpTitle: (rows: number) => `放弃这 ${count(rows)} 行`,
  giveUpLead: (rows: number) => `这 ${count(rows)} 行不再计费，原样留存，以后可以查到。`,
  doing: (done: number, of: number) => `已处理 ${count(done)} / ${count(of)} 行`,
  stop: '停下',
  over: (well: number, left: number) =>
    left === 0
      ? `${count(well)} 行都已处理。`
      : `${count(well)} 行已处理，${count(left)} 行还有问题。`,
} as const;
