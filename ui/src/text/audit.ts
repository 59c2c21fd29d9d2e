/** Words for what the audit log records. */
import {
  AGREEMENT_STATE,
  ARRIVAL,
  BUSINESS,
  CARRIER,
  NUMBER_STATE,
  ORDER_STATE,
  PAPER_KIND,
  ROLE,
  VERIFICATION,
} from './words';

/** What was done, by the key the desk writes. */
export const AUDIT_ACTION: Record<string, string> = {
  store_founded: '建立受理台',
  store_upgraded: '资料升级',
  store_key_changed: '更换密钥',
  signed_in: '登录',
  wrong_password: '密码输错',
  wrong_recovery_code: '恢复码输错',
  password_changed: '修改密码',
  recovery_code_renewed: '更换恢复码',
  staff_added: '添加人员',
  staff_removed: '移除人员',
  staff_role_changed: '改换岗位',
  firm_saved: '修改公司资料',
  setting_changed: '修改设置',
  customer_added: '新建客户',
  customer_corrected: '更正客户资料',
  order_opened: '新建受理单',
  order_saved: '修改受理单',
  order_override: '经理放行',
  paper_added: '收入资料',
  paper_viewed: '查看资料',
  paper_read: '识别资料',
  reading_settled: '核对识别结果',
  identity_viewed: '查看证件号码',
  paper_marked: '标注资料',
  paper_verification: '核验资料',
  paper_removed: '移除资料',
  paper_given_to_customer: '资料归入客户',
  numbers_added: '号码入库',
  number_moved: '号码状态变更',
  number_carrier_corrected: '更正运营商',
  number_noted: '号码备注',
  agreement_printed: '打印协议',
  agreement_sent_to_printer: '送打印机',
  agreement_exported: '另存协议',
  agreement_signed: '登记签署',
  agreement_in_force: '协议生效',
  agreement_ended: '协议终止',
  agreement_voided: '作废协议',
  service_password_set: '设置服务密码',
  service_password_right: '服务密码正确',
  service_password_wrong: '服务密码错误',
  backup_made: '备份',
};

/** What it was done to. */
export const AUDIT_SUBJECT: Record<string, string> = {
  store: '受理台',
  staff: '工号',
  firm: '公司资料',
  customer: '客户',
  order: '受理单',
  paper: '资料',
  number: '号码',
  agreement: '协议',
  setting: '设置',
};

/** Names of details; one without a name here is not shown. */
export const AUDIT_DETAIL: Record<string, string> = {
  reason: '原因',
  how: '方式',
  purpose: '用途',
  kind: '种类',
  order: '受理单',
  customer: '客户',
  edition: '文本',
  state: '状态',
  number400: '号码',
  form: '改动',
  business: '业务',
  added: '新入库',
  known: '已在库',
  on: '日期',
  evidence: '凭证',
  failures: '连续输错',
  files: '文件数',
  effective_from: '生效日期',
  arrival: '来源',
  sealed: '已盖公章',
  rotation: '方向',
  crop: '裁剪',
};

/** What an ID copy was opened for; one in a person's own words stands as they wrote it. */
export const AUDIT_PURPOSE: Record<string, string> = {
  screen: '在窗口查看',
};

/** Values without a word of their own. */
export const AUDIT_PLAIN = { yes: '是', no: '否', some: '有', none: '无' } as const;

/** Values that are keys themselves. */
export const AUDIT_VALUE: Record<string, string> = {
  ...BUSINESS,
  ...ORDER_STATE,
  ...AGREEMENT_STATE,
  ...NUMBER_STATE,
  ...CARRIER,
  ...ROLE,
  ...ARRIVAL,
  ...PAPER_KIND,
  ...VERIFICATION,
  // Reasons the desk gives by itself.
  agreement: '打印协议',
  order: '受理单选号',
  company: '企业信息',
  legal_representative: '法定代表人',
  handler: '经办人',
  handler_is_legal_representative: '经办人身份',
  number: '号码',
  tariff: '套餐资费',
  strategy: '接听策略',
  bound: '绑定号码',
  features: '功能',
  payment: '付款',
  confirmations: '声明确认',
  remarks: '备注',
  cites: '原协议',
  upright: '正',
  right: '右转',
  upsidedown: '倒转',
  left: '左转',
};
