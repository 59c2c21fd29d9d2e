/** Words for the desk's own terms, as the office says them. */
import type {
  AgreementState,
  Arrival,
  Business,
  Carrier,
  Feature,
  Gravity,
  IdKind,
  Means,
  NumberState,
  OrderState,
  Owner,
  PaperKind,
  Permission,
  PrintJobState,
  Role,
  Strategy,
  Verification,
} from '../backend/bindings';

/** 业务类型. */
export const BUSINESS: Record<Business, string> = {
  new: '新装',
  change: '变更',
  renewal: '续费',
  transfer: '过户',
  suspension: '停机',
  resumption: '复机',
  closing: '销户',
  supplement: '补充协议',
};

/** Where an order stands. */
export const ORDER_STATE: Record<OrderState, string> = {
  draft: '草稿',
  ready: '可打印',
  printed: '待签字',
  signed: '已签字',
  in_force: '已生效',
  void: '已作废',
};

/** Where an agreement stands. */
export const AGREEMENT_STATE: Record<AgreementState, string> = {
  printed: '待签字',
  signed: '已签字',
  in_force: '已生效',
  void: '已作废',
  ended: '已终止',
};

/** Where a number stands. */
export const NUMBER_STATE: Record<NumberState, string> = {
  free: '空闲',
  reserved: '预占',
  in_use: '在用',
  suspended: '停机',
  closed: '已销户',
  returned: '已退回',
};

/** Who does what in the office. */
export const ROLE: Record<Role, string> = {
  front_desk: '受理员',
  manager: '经理',
  accounts: '账务员',
};

/** What each role is for, in half a line. */
export const ROLE_DUTY: Record<Role, string> = {
  front_desk: '收资料、填受理单、打印协议',
  manager: '审批放行、作废、人员与公司资料',
  accounts: '导入话单、结账、出账单',
};

/** 运营商. */
export const CARRIER: Record<Carrier, string> = {
  unicom: '中国联通',
  mobile: '中国移动',
  telecom: '中国电信',
};

/** 运营商, where there is little room. */
export const CARRIER_SHORT: Record<Carrier, string> = {
  unicom: '联通',
  mobile: '移动',
  telecom: '电信',
};

/** 显示方式. */
export const DISPLAY_FORM: Record<string, string> = {
  three_three_four: '400-xxx-xxxx',
  three_four_three: '400-xxxx-xxx',
  four_three_three: '400x-xxx-xxx',
  three_seven: '400-xxxxxxx',
  five_five: '400xx-xxxxx',
  whole: '400xxxxxxx',
};

/** How a paper came in. */
export const ARRIVAL: Record<Arrival, string> = {
  scan: '扫描',
  fax: '传真',
  post: '邮寄',
  upload: '上传',
};

/** What a paper is. */
export const PAPER_KIND: Record<PaperKind, string> = {
  licence: '营业执照副本',
  'id-portrait': '经办人身份证人像面',
  'id-emblem': '经办人身份证国徽面',
  'legal-id-portrait': '法定代表人身份证人像面',
  'legal-id-emblem': '法定代表人身份证国徽面',
  authorisation: '授权委托书',
  'letter-of-commitment': '入网承诺书',
  'bound-number-proof': '绑定号码归属证明',
  signed: '已签字协议',
  other: '其他资料',
};

/** How far a paper is trusted. */
export const VERIFICATION: Record<Verification, string> = {
  unverified: '未核验',
  verified: '已核验',
  found_untrue: '核验不实',
};

/** 证件类型. */
export const ID_KIND: Record<IdKind, string> = {
  citizen_id: '居民身份证',
  resident_permit: '港澳台居民居住证',
  permanent_resident: '外国人永久居留身份证',
  passport: '护照',
};

/** 功能. */
export const FEATURE: Record<Feature, string> = {
  colour_ring: '企业彩铃',
  ivr: '语音导航（IVR）',
  recording: '通话录音',
  voicemail: '语音留言',
  block_list: '黑名单',
  allow_list: '白名单',
  screen_pop: '来电弹屏',
  sms: '短信提醒',
  forward_busy: '遇忙转移',
  forward_no_answer: '无应答转移',
  agent_number: '工号播报',
  satisfaction: '满意度评价',
};

/** 接听策略. */
export const STRATEGY: Record<Strategy, string> = {
  in_order: '顺序接听',
  random: '随机接听',
  round_robin: '循环接听',
  by_area: '按区域接听',
  by_time: '按时间接听',
};

/** 绑定号码所有者. */
export const OWNER: Record<Owner, string> = {
  company: '公司',
  legal_representative: '法人',
  employee: '员工',
  affiliate: '关联公司',
};

/** 付款方式. */
export const MEANS: Record<Means, string> = {
  transfer: '银行转账',
  cash: '现金',
  card: '刷卡',
  qr_pay: '扫码支付',
  collection: '银行托收',
};

/** What a person may do. */
export const PERMISSION: Record<Permission, string> = {
  take_orders: '受理业务',
  view_papers: '查看证件资料',
  override: '审批放行',
  void_agreement: '作废协议',
  keep_stock: '维护号码库',
  keep_firm: '维护公司资料',
  keep_staff: '管理人员',
  read_audit: '查看操作记录',
  keep_backups: '备份与检查',
  keep_accounts: '账务',
  keep_prices: '设定资费',
};

/** How much a finding weighs. */
export const GRAVITY: Record<Gravity, string> = {
  missing: '待填',
  wrong: '有误',
  waivable: '需经理放行',
  warning: '请留意',
};

/** Where a print job stands. */
export const PRINT_JOB_STATE: Record<PrintJobState, string> = {
  waiting: '等待打印机',
  printing: '正在打印',
  done: '已打印完',
  stopped: '打印机停下了',
  failed: '没有打印成功',
};

/** Weekdays, Monday first. */
export const WEEKDAY = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
