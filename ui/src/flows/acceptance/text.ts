/** What the acceptance screen says. Words of the desk's own terms stand in `ui/src/text`. */

export { PAPER_SHORT, PAPERS } from './papers/text';

/** Sections of the form, in the order of the paper. */
export const SECTION = {
  number: '业务与号码',
  later: '业务内容',
  company: '企业信息',
  legal: '法定代表人',
  handler: '经办人',
  tariff: '套餐与金额',
  bound: '绑定号码',
  features: '功能',
  payment: '付款与发票',
  confirm: '确认',
} as const;

/** The same where there is little room. */
export const SECTION_SHORT: Record<keyof typeof SECTION, string> = {
  number: '号码',
  later: '内容',
  company: '企业',
  legal: '法人',
  handler: '经办人',
  tariff: '套餐',
  bound: '绑定',
  features: '功能',
  payment: '付款',
  confirm: '确认',
};

/** Labels of the fields, by their name on the form; in the order of the screen. */
export const FIELD: Record<string, string> = {
  business: '业务类型',
  cites: '原协议编号',
  'number.number': '400 号码',
  'number.carrier': '运营商',
  'number.display': '显示方式',
  'number.purpose': '号码用途',
  later: '业务内容',
  'later.day': '生效日期',
  'later.reason': '停机原因',
  'later.clauses': '补充条款',
  'later.note': '备注',
  'later.rest': '余额处理',
  'company.code': '统一社会信用代码',
  'company.name': '企业名称',
  'company.type': '企业类型',
  'company.founded': '成立日期',
  'company.term_until': '营业期限至',
  'company.address': '住所',
  'company.industry': '所属行业',
  'company.scope': '经营范围',
  'company.phone': '企业固定电话',
  'company.email': '电子邮箱',
  'company.postcode': '邮政编码',
  handler_is_legal_representative: '经办人即法定代表人',
  'person.name': '姓名',
  'person.id_kind': '证件类型',
  'person.id_number': '证件号码',
  'person.id_expiry': '证件有效期至',
  'person.mobile': '手机',
  'person.office_phone': '办公电话',
  'tariff.package': '套餐名称',
  'tariff.start': '起始日期',
  'tariff.end': '终止日期',
  'tariff.contract_amount': '合同金额',
  'tariff.first_payment': '首次预存',
  'tariff.minimum': '每月最低消费',
  'tariff.rates.landline': '固话接听',
  'tariff.rates.mobile': '手机接听',
  'tariff.rates.international': '国际接听',
  'tariff.gifts': '赠送',
  strategy: '接听策略',
  bound: '绑定号码',
  'row.number': '号码',
  'row.owner': '所有者',
  'row.proof': '归属证明',
  'row.proof_date': '证明日期',
  'row.area': '服务区域',
  'row.windows': '接听时间',
  'row.concurrent': '并发',
  features: '功能',
  'payment.means': '付款方式',
  'payment.collection.bank': '开户银行',
  'payment.collection.account_name': '账户名称',
  'payment.collection.account': '银行账号',
  'payment.invoice_title': '发票抬头',
  'payment.tax_number': '纳税人识别号',
  'confirmations.declares_true': '资料真实声明',
  'confirmations.read_and_explained': '阅读与说明确认',
  'confirmations.lawful_use': '合法使用承诺',
  'confirmations.explained_by': '说明人',
  remarks: '备注',
};

export const PERSON = { legal_representative: '法定代表人', handler: '经办人' } as const;

export const HINT = {
  date: '如 20261201',
  optional: '可不填',
  asPackage: '按套餐',
  notAllowed: '不开通',
  unlimited: '不限',
  longTerm: '长期',
  scope: '照执照录入',
  purpose: '如 客户服务、产品咨询，须在经营范围内',
  gifts: '如 赠送话费、彩铃',
  package: '如 商务 1680',
  number: '输入号码中任意几位',
  asCompany: '同企业名称',
  /** What counts while nothing is typed; must not be taken for what was typed. */
  usual: (value: string) => `不填即 ${value}`,
  such: (value: string) => (value === '' ? '' : `如 ${value}`),
  asCompanyCode: '同统一社会信用代码',
  remarks: '可不填',
} as const;

export const UNIT = { month: '元/月', minute: '元/分钟' } as const;

export const QUICK = {
  today: '今天',
  oneYear: '一年',
  twoYears: '两年',
} as const;

export const NUMBER = {
  anywhere: '任意位置',
  ending: '尾号',
  none: '号码库里没有这样的空闲号码',
  found: (total: number) => `共 ${total} 个`,
  noneInUse: '号码库里没有这样的在用号码',
  carrierAuto: (carrier: string) => `按号段：${carrier}`,
  carrierUnknown: '按号段',
} as const;

export const BOUND = {
  order: '序',
  add: '增加一个（回车）',
  paste: '可从表格复制一列号码，粘贴到“号码”格',
  remove: '删除此行',
  move: '拖动或按 Alt+↑↓ 调整顺序',
  empty: '还没有绑定号码。来电将转到这里登记的固话或手机。',
  addFirst: '登记第一个号码',
  everyDay: '每天',
  always: '全部时间',
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  windows: '接听时间',
  addWindow: '增加时段',
  removeWindow: '删除时段',
  from: '从',
  noDays: '不勾星期表示每天；到当天结束请填 24:00。',
  until: '至',
  pasted: (count: number) => `已粘贴 ${count} 个号码`,
  row: (place: number) => `绑定号码 ${place}`,
} as const;

/** The very sentences of the printed form: what is ticked here is what is signed there. */
export const CONFIRM = {
  declares_true: '客户声明：所提交的登记资料真实、准确、完整，并对其真实性、准确性承担法律责任。',
  read_and_explained:
    '客户确认：《400用户入网服务协议》及用户注册使用须知已详细阅读，受理人已作详细的说明和解释。',
  lawful_use:
    '客户承诺：400号码仅用于上述用途，不从事网络电话、直拨、回拨等转接业务，不用于法律、法规禁止的活动。',
} as const;

export const SAVE = {
  saved: (time: string) => `已保存 ${time}`,
  saving: '正在保存…',
  failed: (reason: string) => `未保存：${reason}`,
  retry: '重试',
  stale: '此单在别处改过',
  choose: '查看并选择',
} as const;

export const STALE = {
  title: '这份受理单刚在别处保存过',
  intro: (count: number) => `您这里录入的内容都还在。两边有 ${count} 处不同，请选择以哪一份为准：`,
  field: '项目',
  here: '这里',
  there: '别处',
  keepHere: '以这里为准',
  takeThere: '以别处为准',
  later: '稍后再说',
  more: (count: number) => `另有 ${count} 处`,
  blank: '（空）',
} as const;

export const PROBLEM = {
  missing: (count: number) => `还缺 ${count} 项`,
  wrong: (count: number) => `有误 ${count} 项`,
  waivable: (count: number) => `需经理放行 ${count} 项`,
  warning: (count: number) => `请留意 ${count} 项`,
  none: '可以打印',
  /** Of what is missing: nothing there yet, read but not looked at, not read yet. */
  toFill: '待填',
  toCheck: '待核对',
  toRead: '待识别',
  reading: (name: string) => `${name}待识别`,
  of: (word: string, count: number) => `${word} ${count}`,
  title: '逐项处理',
  keys: 'F8 下一项 · Shift+F8 上一项',
  whole: '整份受理单',
} as const;

export const ACTION = {
  discard: '放弃此单',
  discardTitle: '放弃这份受理单？',
  discardText: '此单不再列入待办，预占的号码退回号码库。',
  discardKeep: '继续办理',
  preview: '预览',
  print: '打印两份',
  previewKey: 'F6',
  printKey: 'F9',
} as const;

export const PREVIEW = {
  title: '打印预览（正式打印时编号）',
} as const;

export const PRINT = {
  overrideTitle: '需要经理放行',
  overrideIntro: '以下情况需由经理说明原因后放行，原因会记入操作记录：',
  overrideNeeded: '请经理登录后放行，或补齐以上资料再打印。',
  overrideUsual: ['已核对原件，公章件三日内补交', '客户为老客户，资料已在档'],
  overrideGo: '放行并继续',
  understood: '知道了',
  confirmTitle: '请与客户核对',
  company: '企业名称',
  number: '400 号码',
  term: '服务期限',
  minimum: '每月最低消费',
  until: '至',
  note: '打印后取得协议编号，内容不能再改。一式两份，甲方、乙方各存一份。',
  go: '核对无误，打印',
  back: '返回修改',
  working: '正在生成协议…',
  reading: '资料还在识别，识别完自动继续打印',
  unsaved: '还有内容没有保存，请先处理保存问题。',
} as const;

export const DONE = {
  title: '协议已生成',
  number: '协议编号',
  print: '打印',
  savePdf: '另存 PDF',
  saved: (path: string) => `已存到 ${path}`,
  sign: '登记签署',
  next: '请打印两份，由客户与本公司签字盖章后登记签署。',
  overridden: '经理放行',
  open: '查看协议',
} as const;

export const SCREEN = {
  order: (id: number) => `受理单 ${id}`,
  sections: '表单分区',
  form: '受理单表单',
} as const;
