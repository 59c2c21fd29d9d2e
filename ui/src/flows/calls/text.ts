/** What is said while call records are brought in. */
import { count } from '../../parts/quantity';

export const CALLS = {
  title: '话单',
  choose: '选择话单文件',
  drop: '把运营商给的话单文件或整个文件夹拖到这里',
  dropHint: '可一次放多个：CSV、TXT、XLS、XLSX、网页表格。重复导入不会重复计费。',
  dropNow: '松开鼠标，放入话单',
  leftOut: (files: number) => `另有 ${files} 个文件不是表格，没有加入。`,
  nothingUseful: '里面没有话单表格（CSV、TXT、XLS、XLSX）。',
  queue: '待导入',
  tidy: '清除已完成',
  importReady: (files: number) => (files === 1 ? '导入' : `导入已识别的 ${files} 个文件`),
  waitingRows: (rows: number) => `待处理 ${count(rows)} 行`,
  noRows: '没有待处理的行',
  files: '已导入的文件',
  noFiles: '还没有导入过话单',
  noFilesHint: '把运营商给的话单文件拖到上面的框里就开始',
} as const;

export const STEP = {
  waiting: '排队中',
  sending: (percent: number) => `正在读入 ${percent}%`,
  looking: '正在识别',
  layout: '新版式，请核对各列',
  layoutRefused: '各列要再核对',
  ready: (carrier: string) => `已识别为“${carrier}”`,
  known: '这个文件以前导入过，再导一次不会有变化',
  queued: '等待导入',
  importing: (rows: number) => `正在导入，已读 ${count(rows)} 行`,
  stopping: '正在停止…',
  cancelled: '已取消，没有留下任何记录',
  check: '核对',
  change: '改列',
  cancel: '取消导入',
  again: '重试',
  remove: '移出',
} as const;

export const RESULT = {
  imported: (rows: number) => `新增 ${count(rows)} 条通话`,
  nothingNew: '没有新的通话',
  duplicate: (rows: number) => `${count(rows)} 条以前已导入，没有再计`,
  waiting: (rows: number) => `${count(rows)} 行有问题，已放在一边等您处理`,
  allMended: (rows: number) => `${count(rows)} 行有问题，都已处理`,
  notRated: (rows: number) => `${count(rows)} 条没有适用的资费，暂未计费`,
  totals: (rows: number) => `跳过 ${count(rows)} 行合计，与明细相符`,
  totalsDiffer: (rows: number) => `跳过 ${count(rows)} 行合计，与明细不符：`,
  days: (from: string, to: string) => (from === to ? `${from} 的通话` : `${from} 至 ${to} 的通话`),
} as const;

export const FILES = {
  name: '文件',
  carrier: '版式',
  days: '通话日期',
  imported: '新增',
  duplicate: '重复',
  waiting: '待处理',
  notRated: '未计费',
  sums: '合计',
  sumsDiffer: '不符',
  sumsAgree: '相符',
  at: '导入时间',
  by: '导入人',
  total: (files: number) => `共 ${count(files)} 个文件`,
} as const;

export const LAYOUT = {
  title: (name: string) => `核对各列 · ${name}`,
  lead: '请看每一列是什么。确认一次，以后同样的文件会自动识别。',
  encoding: (format: string, encoding: string) =>
    encoding ? `${format.toUpperCase()} · ${encoding}` : format.toUpperCase(),
  carrier: '版式名称',
  carrierPlaceholder: '例如 联通话单',
  carrierHint: '用运营商的名字就好，下次按它识别',
  column: '列',
  head: '表头',
  noHead: '（没有表头）',
  sample: '内容示例',
  meaning: '含义',
  unit: '单位',
  unsure: '请核对',
  twice: (column: string) => `与 ${column} 列相同`,
  unused: '不使用',
  submit: '记住并导入',
  letter: (index: number): string => {
    const last = String.fromCharCode(65 + (index % 26));
    return index < 26 ? last : LAYOUT.letter(Math.floor(index / 26) - 1) + last;
  },
} as const;
