/** What the shared parts say. */

export const FRAME = {
  title: '400受理台',
  /** The title in two: its mark, which stands alone in a narrow window, and the rest. */
  mark: '400',
  titleRest: '受理台',
  today: '今日',
  orders: '受理',
  search: '客户',
  agreements: '协议',
  returned: '签署回收',
  stock: '号码库',
  monthly: '账务',
  calls: '话单',
  months: '月结',
  accounts: '账户',
  arrears: '欠费',
  disputes: '话单异议',
  tariffs: '资费',
  manage: '管理',
  staff: '人员',
  firm: '公司资料',
  texts: '协议文本',
  settings: '设置',
  audit: '操作记录',
  backup: '备份与检查',
  password: '修改密码',
  searchHint: '找客户、号码、受理单、协议',
  newOrder: '新受理',
  lock: '锁定',
  back: '返回',
} as const;

export const IDLE = {
  soon: '一段时间没有操作，即将锁定',
  left: (seconds: number) => `${seconds} 秒`,
  how: '动一下鼠标或按任意键继续使用',
} as const;

export const LONG_WORK = {
  passed: (clock: string) => `已用 ${clock}`,
} as const;

export const ELSEWHERE = {
  text: '受理业务由受理员和经理办理',
  hint: '您可以从左侧打开设置、备份与检查，点右上角的姓名可修改密码。',
} as const;

export const REASON = {
  label: '原因',
  placeholder: '请写明原因',
  hint: '至少 4 个字，记入操作记录',
  confirm: '确定',
} as const;

export const EQUATION = {
  opening: '期初余额',
  openingLink: '上月账单',
  payments: '收款',
  rated: '通话费',
  top_up: '补足最低消费',
  fees: '功能费',
  corrections: '调整',
  closing: '期末余额',
  closingLink: '下月账单',
} as const;

export const PAGES = {
  previous: '上一页',
  next: '下一页',
  zoomIn: '放大',
  zoomOut: '缩小',
  fit: '适合宽度',
  page: '页码',
  of: (pages: number) => `/ ${pages} 页`,
  failed: '此页显示不出来',
  retry: '重试',
  loading: '正在载入…',
  label: '页面',
  alt: (page: number) => `第 ${page} 页`,
  copies: { first: '甲方存', second: '乙方存' },
} as const;

export const FAILURE = {
  retry: '重试',
  reload: '重新载入',
  close: '关闭',
  signIn: '重新登录',
  wait: (seconds: number) => `请等待 ${seconds} 秒后再试`,
  code: (code: string) => `提示编号：${code}`,
} as const;

export const COMMON = {
  show: '显示',
  hide: '隐藏',
  save: '保存',
  saved: '已保存',
  savedTo: '已存到',
  cancel: '取消',
  close: '关闭',
  confirm: '确定',
  loading: '正在载入…',
  yuan: '元',
  none: '无',
  more: '更多',
  unchanged: '没有改动',
  copied: '已复制',
} as const;

/** What is back of the two originals. */
export const COPIES = {
  name: { firm: '甲方存', customer: '乙方存' },
  none: '还没有收到',
  whole: (pages: number) => `${pages} 页齐`,
  part: (back: number, pages: number) => `${back}/${pages} 页`,
  missing: (pages: string) => `缺第 ${pages} 页`,
  twice: (pages: string) => `第 ${pages} 页重复`,
  other: (pages: string) => `第 ${pages} 页是另一次打印的`,
  square: {
    back: (page: number) => `第 ${page} 页已收到`,
    missing: (page: number) => `第 ${page} 页还没有收到`,
    twice: (page: number) => `第 ${page} 页收到不止一次`,
    other: (page: number) => `第 ${page} 页是另一次打印的，不算数`,
  },
  seal: '有红章',
  noSeal: '未见红章（仅供提醒）',
  noSealHint: '没有看到红色印章。黑白扫描时看不出来，请以纸面为准',
} as const;
