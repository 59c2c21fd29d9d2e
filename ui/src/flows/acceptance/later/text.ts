/** What the acceptance screen says of what happens to an agreement later. */
import type { Business, RestOfBalance } from '../../../backend';
import type { SECTION } from '../text';

type SectionNames = Partial<Record<keyof typeof SECTION, string>>;

/** Sections that are called otherwise on the form of a business. */
export const SECTION_OF: Partial<Record<Business, SectionNames>> = {
  change: { later: '变更说明' },
  renewal: { tariff: '续费内容', payment: '付款方式' },
  transfer: {
    later: '过户内容',
    company: '新用户：企业信息',
    legal: '新用户：法定代表人',
    handler: '新用户：经办人',
  },
  suspension: { later: '停机内容' },
  resumption: { later: '复机内容' },
  closing: { later: '销户结算', payment: '退款账户' },
  supplement: { later: '补充条款' },
};

/** The same where there is little room. */
export const SECTION_SHORT_OF: Partial<Record<Business, SectionNames>> = {
  change: { later: '变更' },
  renewal: { tariff: '续费' },
  transfer: { later: '过户', company: '新用户' },
  suspension: { later: '停机' },
  resumption: { later: '复机' },
  closing: { later: '销户', payment: '退款' },
  supplement: { later: '条款' },
};

/** Fields that are called otherwise on the form of a business. */
export const FIELD_OF: Partial<Record<Business, Record<string, string>>> = {
  change: { later: '变更内容', 'later.note': '变更备注' },
  renewal: {
    'tariff.contract_amount': '续费金额',
    'tariff.start': '服务期限自',
    'tariff.end': '服务期限至',
  },
  transfer: { later: '过户内容', 'later.day': '过户生效日期' },
  suspension: { later: '停机内容', 'later.day': '停机日期' },
  resumption: { later: '复机内容', 'later.day': '复机日期' },
  closing: { later: '销户结算', 'later.day': '最后服务日' },
  supplement: { later: '补充条款' },
};

/** What becomes of the balance, in the words of the paper. */
export const REST: Record<RestOfBalance, string> = {
  moved: '随号码转入新用户账户',
  refunded: '退还原用户',
};

export const LATER = {
  cited: '原协议',
  citing: '正在查找原协议…',
  notFound: (number: string) => `没有找到协议 ${number}，请核对编号。`,
  open: '查看 ›',
  tomorrow: '明天',
  nextMonth: '下月一日',
  monthEnd: '本月底',
  afterLast: '接上期',
  more: (count: number) => `另有 ${count} 项，见打印的单据`,
} as const;

export const CHANGE = {
  lead: '下面是原协议现有的内容。只改要变更的项目，其余保持原样；变更单只印改动的项目。',
  notePlaceholder: '可不填，印在变更单上',
  title: '这次变更',
  count: (count: number) => `${count} 项`,
  none: '还没有变更',
  reading: '正在读取原协议…',
  unknown: '找不到原协议，列不出变更内容。',
  item: '变更项目',
  before: '变更前',
  after: '变更后',
  nothing: '（无）',
  fold: '收起',
  unfold: '展开',
  changed: '已变更',
  was: (value: string) => `原为：${value || '（无）'}`,
} as const;

export const CLAUSES = {
  placeholder: '每条一段，写完一条按回车。不必编号，打印时自动编号。',
  preview: '印出来是这样',
  count: (count: number) => `共 ${count} 条`,
  /** The last two of every supplement, as the paper has them. */
  fixed: [
    '本补充协议与原协议不一致的，以本补充协议为准；本补充协议没有约定的，原协议继续有效。',
    '本补充协议是原协议的附件，与原协议具有同等法律效力；一式二份，甲方、客户各存一份，自双方签字并盖章之日起生效。',
  ],
  fixedHint: '最后两条自动印上',
} as const;

export const TRANSFER = {
  from: '原用户',
  code: '信用代码',
  handler: '经办人',
  lead: '自生效日期起号码归新用户，原协议同日终止。下面各项填写新用户的资料，并与新用户签订新协议。',
  unknown: '找不到原协议，印不出原用户。',
} as const;

export const RENEWAL = {
  floor: (amount: string) => `不低于 ${amount} 元（协议第四条（二）8）`,
  fill: '按下限填',
} as const;

export const SUSPENSION = {
  asked: '客户申请停机',
  clause: (clause: string) => `原协议${clause}`,
  freezes: '按此原因停机，账户余额自停机之日起冻结。',
  due: '停机满三十日仍未续费的，列入终止名单（协议第五条（二））。',
  notePlaceholder: '可不填，印在停机单上',
} as const;

export const RESUMPTION = {
  lead: '停机原因和停机日期按停机记录印在复机单上。',
} as const;

export const CLOSING = {
  lead: '结算金额按账户的账目印出：余额、最后一个月的费用、退还和不予退还的金额。',
  settle: '去账户结清 ›',
  account: '查看账户 ›',
  ask: '请账务员先在“账户”里结清。',
  lastDay: (day: string) => `账户已登记最后服务日 ${day}，销户单按此日期印出。`,
  refund: '有余额退还客户时，账户印在销户单上。',
} as const;

/** What differs on the form of a change, in the words of the paper. */
export const ITEM = {
  company: {
    name: '公司名称',
    code: '统一社会信用代码',
    type: '类型',
    address: '住所',
    scope: '经营范围',
    industry: '所属行业',
    term_until: '营业期限至',
    phone: '公司固定电话',
    email: '电子邮箱',
    postcode: '邮政编码',
  },
  person: {
    name: '姓名',
    id_number: '证件号码',
    id_expiry: '证件有效期至',
    mobile: '手机',
    office_phone: '办公电话',
  },
  legal_representative: '法定代表人',
  handler: '经办人',
  purpose: '号码用途',
  package: '资费套餐',
  minimum: '月最低消费（元）',
  landline: '固话资费（元/分钟）',
  mobile: '手机资费（元/分钟）',
  international: '国际资费（元/分钟）',
  end: '协议截止日期',
  bound: (place: number) => `绑定号码${place}`,
  features: '开通功能',
  invoice_title: '发票抬头',
  tax_number: '税号',
  longTerm: '长期',
} as const;
