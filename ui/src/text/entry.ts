/** What is said before one is in: first run, sign-in, passwords. */

export const FIRST_RUN = {
  title: '初次使用',
  lead: '用三步把受理台建起来，资料只存在这台电脑上。',
  steps: ['公司资料', '经理与密码', '恢复码'],
  firm: {
    lead: '这些内容印在协议的甲方一栏，以后可在“公司资料”里修改。',
    next: '下一步',
  },
  manager: {
    lead: '第一位经理负责人员、审批和恢复。其他同事由经理添加。',
    name: '经理姓名',
    create: '建立受理台',
    back: '上一步',
    busy: '正在建立，请稍候…',
  },
  code: {
    lead: '恢复码只显示这一次。经理忘记密码时，只有凭它才能重设。',
    care: '请抄写或打印后锁进保险柜，不要存在电脑里。',
    copy: '复制',
    print: '打印',
    kept: '我已抄写并妥善保管',
    enter: '进入受理台',
    slip: '恢复码（请密封保存）',
  },
} as const;

export const FIRM = {
  title: '公司资料',
  lead: '印在协议的甲方一栏。修改只影响以后打印的协议，已打印的不变。',
  name: '公司全称',
  code: '统一社会信用代码',
  codeHint: '可不填',
  address: '住所地',
  phone: '联系电话',
  representative: '代表人',
  prefix: '协议编号前缀',
  prefixHint: (prefix: string) => `1–8 位大写字母或数字，编号形如 ${prefix || 'QF'}-2026-000001`,
  saved: '公司资料已保存',
} as const;

export const PASSWORD = {
  title: '修改密码',
  old: '现在的密码',
  fresh: '新密码',
  password: '密码',
  again: '再输入一次',
  differs: '两次输入不一致',
  change: '修改密码',
  changed: '密码已修改，下次登录起用新密码',
  caps: '大写锁定已打开',
  rules: {
    long: (least: number) => `不少于 ${least} 个字符`,
    notName: '与姓名不同',
    varied: '不是连续或重复的字符',
  },
  strength: ['太弱', '尚可', '较强', '很强'],
} as const;

export const SIGN_IN = {
  title: '登录',
  locked: '已锁定，登录后回到原处',
  name: '姓名',
  password: '密码',
  submit: '登录',
  busy: '正在登录…',
  forgot: '忘记密码',
  forgotHint: '受理员、账务员忘记密码，请经理在“人员”里重设。',
  recoverTitle: '用恢复码重设密码',
  recoverLead: '仅限经理。恢复码在初次使用时抄写保管。',
  code: '恢复码',
  recover: '重设并登录',
  back: '返回登录',
  nobody: '没有可登录的人员',
} as const;

export const STOP = {
  title: '受理台打不开',
  retry: '再试一次',
  opening: '正在打开…',
} as const;
