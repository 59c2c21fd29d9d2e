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
  placeOf: (original: string, page: number) => `${original.slice(0, 1)} ${page}`,
  returned: '签署页回收',
  onScreen: (signer: string, at: string) => `${at} ${signer} 屏幕签字`,
  signOnScreen: '屏幕签字',
  pack: '报备包',
  packHint: '按运营商要求的顺序，把协议、受理单和登记资料放进一个文件夹',
  verify: '验证存档',
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

export const SIGN_PAD = {
  title: (number: string) => `屏幕签字　${number}`,
  signer: '签字人',
  handler: '经办人',
  legal: '法定代表人',
  what: '屏幕手写签名须经双方同意后使用；它不是《电子签名法》第十三条所称的“可靠的电子签名”，除非同时符合该条四项条件；笔迹（位置、时间、力度）会原样留存作为证据。',
  read: '客户已看过以上说明和协议全文，同意在屏幕上签字',
  pad: '签字框',
  hint: '请用笔、手指或鼠标在这里签下全名',
  undo: '撤销一笔',
  clear: '清除重签',
  keep: '保存签字',
  done: '签字已归档。请核对后登记签署',
} as const;

export const PACK = {
  title: '报备包',
  making: '正在排版、盖水印、生成报备包…',
  folder: '已存到文件夹',
  file: '文件',
  pages: '页数',
  size: '大小',
  tooLarge: '超过上限',
  large: '有文件超过运营商的大小上限，请重新扫描得小一些，再生成一次。',
  missing: (what: string) => `还缺：${what}。补齐后请再生成一次。`,
  nothing: '没有文件',
} as const;

export const ARCHIVE = {
  state: {
    intact: '存档完好：文件与归档时完全一样，是本公司签封的。',
    other_key: '文件自签封后没有改动，但不是用本公司的密钥签封的。请查明文件来源。',
    extended: '签封之后，文件末尾又加了内容。签封过的部分没有改动，加上的内容不算数。',
    altered: '文件在签封之后改动过，不能作为存档使用。请告知经理，并从备份中找回。',
    foreign: '这份文件是别的程序签封的，本程序核对不了。请查明文件来源，或用 PDF 阅读器核对签名。',
    unsigned: '这份文件没有签封，是较早的程序归档的。是否改动过，只能靠存档校验码核对。',
  },
  by: (name: string) => `签封人：${name}`,
  at: (at: string) => `时间：${at}`,
  key: (fingerprint: string) => `证书指纹：${fingerprint}`,
} as const;
