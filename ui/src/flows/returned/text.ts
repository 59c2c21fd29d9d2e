/** What is said about signed pages that come back. */
import type { WhyUnplaced } from '../../backend';

export const RETURNED = {
  title: '回收签署件',
  all: '全部',
  overdue: '逾期',
  enough: '可确认',
  filter: '编号、企业名称、400 号码',
  drop: '把签好的扫描件拖到这里，几份混在一起、上下颠倒都可以',
  dropNow: '松开即可收入',
  dropHint: '图片、PDF、TIFF；每个文件不超过 64 MB、200 页。按页脚的二维码自动归档',
  choose: '选择文件',
  scan: '扫描',
  scanKey: 'F4',
  scanTitle: '扫描签署件',
  arrival: '来源',
  patience: (days: number) => `打印后超过 ${days} 天算逾期`,
  agreement: '协议',
  number400: '400 号码',
  days: '已打印',
  age: (days: number) => (days === 0 ? '今天' : `${days} 天`),
  late: '逾期',
  firm: '甲方存',
  customer: '乙方存',
  others: '其他',
  loose: (count: number) => `未标页 ${count} 张`,
  looseHint: '由人放入的签字件，没有认出是第几页',
  onScreen: '已屏幕签字',
  confirm: '确认签署',
  open: '打开协议',
  empty: '没有等待签署的协议',
  emptyHint: '协议打印后列在这里；签好的扫描件收进来，会自动归到各自的协议',
  emptyFilter: '没有符合条件的协议',
} as const;

export const LOOKING = {
  doing: (seen: number, all: number) => `已辨认 ${seen} / ${all} 页`,
  stopped: (left: number) => `已停止，还有 ${left} 页没有辨认`,
  still: (left: number) => `还有 ${left} 页没有辨认`,
  stop: '停止',
  goOn: '继续辨认',
  done: (all: number) => `${all} 页都已辨认`,
  close: '知道了',
} as const;

export const WHY: Record<WhyUnplaced, string> = {
  no_mark: '没有找到页脚二维码',
  unknown_agreement: '本机没有这份协议',
  void_agreement: '协议已作废',
  no_such_page: '协议没有这一页',
  taken_out: '已取出，等待重新归档',
};

export const UNPLACED = {
  title: '待人工归档',
  hint: '这些页没能自动归档。点开一页，指明它属于哪份协议的哪一页，或移出',
  begin: '逐页处理',
  /** The page comes first, as the end of a long name is cut off. */
  name: (file: string, page: number, pages: number) =>
    pages > 1 ? `第 ${page}/${pages} 页　${file}` : file,
} as const;

export const PLACE = {
  title: '归档这一页',
  position: (place: number, count: number) => `第 ${place} 张，共 ${count} 张`,
  previous: '上一张',
  next: '下一张',
  agreement: '属于哪份协议',
  search: '输入编号、企业名称或 400 号码',
  nothing: '等待签署的协议里没有',
  original: '哪一份',
  page: '第几页',
  of: (pages: number) => `每份 ${pages} 页，页码见页脚`,
  beyond: (pages: number) => `这份协议每份只有 ${pages} 页`,
  mark: (agreement: string, original: string, page: number) =>
    `二维码写的是 ${agreement} ${original}第 ${page} 页`,
  drop: '移出',
  submit: '归档，看下一张',
  last: '归档',
  keys: '回车归档；PgUp、PgDn 换张',
  larger: '放大',
  whole: '整页',
  turn: '倒转',
  failed: '这一页显示不出来',
  picture: '待归档的页',
  done: '都已处理',
} as const;

export const MOVE = {
  open: '改归档',
  title: '改归档这一页',
  here: (agreement: string, place: string) => `现在归在 ${agreement} ${place}`,
  unknown: '页次不明',
  lead: '协议还没有登记签署，归错的页可以改归到别的协议或别的页，也可以取出，回到“待人工归档”。',
  reason: '原因',
  reasonHint: '至少 4 个字，记入操作记录',
  usual: ['归错协议', '页码认错了', '扫描不清，等重扫'],
  takeOut: '取出',
  submit: '改归到这里',
  moved: '已改归档',
  takenOut: '已取出，在“回收签署件”里等待归档',
} as const;

export const DROP = {
  title: '移出这一页',
  lead: (name: string) => `${name} 不再列在这里，文件留在记录里。`,
  confirm: '移出',
  usual: ['不是协议的页', '整页空白', '重复扫描', '扫描不清，已重扫'],
} as const;

export const TODAY_RETURNED = {
  title: '待签字',
  hint: '已打印，等双方签字盖章；先打印的在前',
  none: '没有等待签字的协议',
  open: '回收签署件 ›',
  overdue: (count: number) => `逾期 ${count}`,
  unplaced: (count: number) => `${count} 页扫描件待人工归档 ›`,
  more: (count: number) => `还有 ${count} 份，见回收签署件`,
} as const;
