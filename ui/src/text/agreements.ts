/** What is said about printed agreements and printing. */

export const AGREEMENTS = {
  title: '协议',
  all: '全部',
  filter: '编号、企业名称、400 号码',
  number: '协议编号',
  company: '乙方',
  number400: '400 号码',
  business: '业务',
  state: '状态',
  printedAt: '打印时间',
  printedBy: '打印人',
  signedOn: '签署日期',
  empty: '没有符合条件的协议',
  emptyHint: '受理单打印后，协议会列在这里',
} as const;

export const AGREEMENT = {
  pages: '协议页面',
  print: '打印',
  save: '另存 PDF',
  papers: '登记资料 PDF',
  papersHint: '证件按原大排在 A4 上，每页盖用途水印',
  saved: '已存到',
  sign: '登记签署',
  void: '作废',
  follow: '办理后续业务',
  order: '受理单',
  openOrder: '查看受理单',
  /** In sheets: a copy's pages are numbered without the blank one that may fill its last sheet. */
  copies: (pagesOfEach: number) => `每份双面打印 ${Math.ceil(pagesOfEach / 2)} 张纸，一式两份`,
  pagesName: '页数',
  edition: '文本版本',
  override: '放行理由',
  voidReason: '作废原因',
  sha256: '存档校验',
  cites: '原协议',
  citedBy: '后续协议',
  facts: '协议信息',
  signed: '签字件',
  noSigned: '还没有签字件',
  signedPage: (page: number) => `签字件第 ${page} 页`,
  returned: '签署页回收',
  onScreen: (signer: string, at: string) => `${at} ${signer} 屏幕签字`,
  signOnScreen: '屏幕签字',
  pack: '报备包',
  packHint: '按运营商要求的顺序，把协议、受理单和登记资料放进一个文件夹',
  verify: '验证',
  verifyHint: '核对存档文件是否改动过',
} as const;

export const SIGN = {
  title: '登记签署',
  lead: '请加入双方签字盖章后的扫描件，并填写签署日期。登记后协议生效。',
  choose: '选择扫描件',
  drop: '或将文件拖到这里（图片、PDF）',
  files: (count: number) => `已加入 ${count} 页`,
  adding: '正在加入…',
  date: '签署日期',
  submit: '登记签署',
  done: '已登记签署，协议生效',
  onScreen: (signer: string, at: string) => `${signer} 已于 ${at} 在屏幕上签字`,
  short: (copy: string, pages: string) =>
    `${copy}还缺第 ${pages} 页（或不是同一次打印的），请补扫。`,
  shortManager: '确实补不到时，请经理写明理由后登记。',
  despite: '缺页仍登记的理由',
  despiteHint: '至少 4 个字，记入操作记录',
} as const;

export const VOID = {
  title: '作废协议',
  lead: (number: string) => `作废后 ${number} 的编号保留不再使用，号码退回可选。此操作不可撤销。`,
  confirm: '作废',
  usual: ['客户取消办理', '资料有误，重新受理', '打印有误，重新打印'],
  done: '协议已作废',
} as const;

export const PRINT = {
  title: '打印协议',
  printer: '打印机',
  copies: '份数',
  copiesHint: '每份含甲、乙双方各一份',
  duplex: '双面打印',
  send: '开始打印',
  again: '再打印',
  close: '关闭',
  noPrinter: '没有找到打印机',
  noPrinterHint: '请检查打印机是否开机连接，或在“设置”里按地址添加。',
  notReady: '暂不可用',
  refresh: '刷新',
  usual: '系统默认',
} as const;
