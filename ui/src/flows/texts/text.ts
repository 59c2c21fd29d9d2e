/** What is said about the agreement's text, and the names of its blanks. */
import type {
  Blank,
  ChangeKind,
  Confidence,
  EditionState,
  FoundKind,
  Severity,
} from '../../backend';

export const TEXTS = {
  title: '协议文本',
  lead: '按启用日期分版本；已打印的协议永远保留打印时的那一版',
  name: '版本',
  effective: '启用日期',
  state: '状态',
  use: '使用情况',
  own: '程序自带',
  inForce: '现行',
  empty: '没有协议文本',
  draftFrom: '另起草稿',
  import: '导入本公司文本',
  compare: '对比两版',
  compareOne: '与现行版对比',
  readOnly: '只能查看；修改由经理办理',
} as const;

/** Where an edition stands, in a word, and the tag's look. */
export const EDITION_STATE: Record<EditionState, string> = {
  draft: '草稿',
  published: '已发布',
  retired: '已停用',
};

/** When an edition is printed, beside its state. */
export const USE = {
  now: '现在打印的协议用这一版',
  from: (day: string) => `${day} 起打印的协议用这一版`,
  past: (name: string) => `已由“${name}”接替`,
  draft: '还不能打印，发布后才会使用',
  retired: '不再打印',
} as const;

export const DRAFT = {
  title: (name: string) => `以“${name}”为底稿另起草稿`,
  lead: '文字照抄一份，只换版本名称和启用日期；原来那一版不变。',
  name: '版本名称',
  nameHint: '例如 2027-01，不能与已有版本重名',
  day: '启用日期',
  dayHint: '发布后从这一天起打印的协议用它',
  create: '开始起草',
} as const;

export const EDITOR = {
  title: (name: string) => `协议文本 ${name}`,
  from: (day: string) => `${day} 起`,
  markup: '文本',
  preview: '预览',
  previewHint: '点预览里的一行，光标跳到文本的那一行',
  save: '保存草稿',
  saved: '草稿已保存',
  leftSaved: (name: string) => `协议文本“${name}”的改动已保存`,
  dirty: '有改动未保存，离开时自动保存',
  clean: '已保存',
  publish: '发布',
  retire: '停用',
  fixed: {
    published: '已发布，不能再改',
    retired: '已停用，不能再改',
    draft: '草稿由经理修改',
  } satisfies Record<EditionState, string>,
  noTitle: '（文件开头有误，标题暂时读不出来）',
  noLines: '还没有能显示的内容',
  help: '写法',
  checking: '正在检查…',
} as const;

export const PALETTE = {
  open: '插入空格',
  title: '选一个空格，插到光标处',
  naming: (found: string) => `给“${found}”选一个资料名称，或者改为手写线`,
  hand: '手写线',
  handWidth: (width: number) => `${width} 字`,
  close: '收起',
} as const;

/** Blanks as people call them, in the groups of the palette. */
export const BLANK_GROUPS: readonly { word: string; blanks: readonly [Blank, string][] }[] = [
  {
    word: '协议',
    blanks: [
      ['agreement_number', '协议编号'],
      ['form_number', '受理单号'],
      ['cited_agreement', '原协议编号'],
      ['start_date', '服务起始日期'],
      ['end_date', '服务终止日期'],
    ],
  },
  {
    word: '甲方',
    blanks: [
      ['firm_name', '甲方名称'],
      ['firm_address', '甲方住所地'],
      ['firm_phone', '甲方联系方式'],
      ['firm_representative', '甲方代表人'],
    ],
  },
  {
    word: '乙方',
    blanks: [
      ['company_name', '乙方名称'],
      ['company_code', '乙方统一社会信用代码'],
      ['company_address', '乙方住所地'],
      ['company_phone', '乙方联系方式'],
      ['company_representative', '乙方法定代表人'],
      ['handler_name', '经办人'],
    ],
  },
  {
    word: '业务',
    blanks: [
      ['number400', '400电话号码'],
      ['package', '套餐名称'],
      ['contract_amount', '合同金额'],
      ['contract_amount_capitals', '合同金额大写'],
      ['first_payment', '首次预存'],
      ['monthly_minimum', '每月最低消费'],
    ],
  },
];

/** Widths of lines to write on that are offered. */
export const HAND_WIDTHS = [4, 8, 12, 20] as const;

/** What a blank is called. */
export const BLANK_WORD = new Map<Blank, string>(BLANK_GROUPS.flatMap(({ blanks }) => blanks));

export const SEVERITY: Record<Severity, string> = {
  error: '错误',
  warning: '提醒',
  hint: '提示',
};

export const FINDINGS = {
  title: '检查',
  none: '没有发现问题',
  count: (severity: string, count: number) => `${severity} ${count}`,
} as const;

export const PUBLISH = {
  title: (name: string) => `发布“${name}”`,
  from: (day: string) => `${day} 起打印的协议用这一版；在那之前仍用现行的一版。`,
  now: '发布后立即使用：此后打印的协议用这一版。',
  later: (name: string, day: string) =>
    `注意：“${name}”的启用日期更晚（${day}），今天打印的协议仍用它，不会用这一版。`,
  until: (name: string, day: string) => `到 ${day} 起改用已发布的“${name}”。`,
  kept: '已打印的协议永远保留打印时的那一版，不受影响。',
  fixed: '发布后不能再改；要改就另起草稿。',
  errors: (count: number) => `还有 ${count} 处错误，改好后才能发布：`,
  warnings: (count: number) => `有 ${count} 处提醒、提示，请确认无妨：`,
  clean: '检查没有发现问题。',
  submit: '发布',
  done: '已发布',
} as const;

export const RETIRE = {
  title: (name: string) => `停用“${name}”`,
  now: (next: string) => `停用后，今天起打印的协议改用“${next}”。`,
  notNow: '停用后不再打印这一版；现行的一版不受影响。',
  kept: '已经用它打印的协议永远保留它，不受影响。停用后不能恢复，可以另起草稿照抄。',
  submit: '停用',
  done: '已停用',
} as const;

export const DISCARD = {
  open: '放弃草稿',
  title: (name: string) => `放弃草稿“${name}”`,
  lead: '草稿的文字不再保留，不能恢复；操作记录里留有一笔。已发布的版本不受影响。',
  submit: '放弃草稿',
  done: '草稿已放弃',
} as const;

export const IMPORT = {
  title: '导入本公司文本',
  lead: '文字一个不改，只整理空白。程序找出标题、条款、空格和签署栏，请您核对后存为草稿。',
  drop: '把协议文件拖到这里',
  dropNow: '松开即可读取',
  dropHint: '纯文本 .txt 或 Word 的 .docx',
  choose: '选择文件',
  again: '换一个文件',
  reading: '正在读取…',
  tooLarge: '这个文件太大，不像是协议文本，请换一份。',
  unreadable: '这个文件读不出来，请确认它还在原处、没有被别的程序占用，再试一次。',
  found: '找到的内容',
  doubtfulOnly: '只看要核对的',
  allWell: '没有需要特别核对的内容',
  kind: '是什么',
  words: '原文',
  sure: '把握',
  line: '原文行',
  fills: (word: string) => `填：${word}`,
  keep: '核对无误，存为草稿',
  kept: '已存为草稿',
  summary: (articles: number, blanks: number, unnamed: number) =>
    `${articles} 条，${blanks} 处空格已指定${unnamed > 0 ? `，${unnamed} 处待指定` : ''}`,
  unnamedNext: '待指定的空格（红色）存为草稿后在编辑里指定。',
} as const;

export const FOUND_KIND: Record<FoundKind, string> = {
  motto: '页眉',
  title: '标题',
  number: '编号行',
  party: '当事人',
  preamble: '序言',
  article: '条',
  section: '小标题',
  item: '款项',
  blank: '空格',
  unnamed_blank: '待指定空格',
  signatures: '签署栏',
  sides_moved: '签署栏左右并排',
  joined: '断行已接上',
  attachment: '附件说明',
  signatures_lacking: '缺少签署栏',
};

export const CONFIDENCE: Record<Confidence, string> = {
  certain: '肯定',
  likely: '多半',
  unsure: '请核对',
};

export const COMPARE = {
  title: '对比两版',
  pickTitle: '选两版来对比',
  old: '旧版',
  fresh: '新版',
  swap: '左右对调',
  go: '对比',
  same: '两版完全相同',
  counts: (kind: string, count: number) => `${kind} ${count} 条`,
  expandAll: '展开未变的条款',
  foldAll: '收起未变的条款',
  unchangedLines: (count: number) => `${count} 行未变`,
  look: '文字未变，只改了加粗',
  absent: '这一版没有',
  added: '新版增加：',
  removed: '旧版删去：',
} as const;

export const CHANGE: Record<ChangeKind, string> = {
  same: '未变',
  changed: '有改动',
  added: '新增',
  removed: '删去',
};

export const HELP = {
  title: '文本的写法',
  lead: '每个不空的行是一段，行首的记号决定怎么排。条款编号直接写在文字里。',
  rows: [
    ['（没有记号）', '普通段落，首行缩进两字'],
    ['# ', '条的标题，加粗'],
    ['## ', '条内小标题，加粗'],
    ['! ', '与客户有重大利害关系的条款，整段加粗'],
    ['!! ', '同上，并与下一段排在同一页'],
    ['> ', '顶格（甲方、乙方、附件）'],
    ['>> ', '靠右（协议编号）'],
    ['@confirm ', '客户确认的内容，排在方框里'],
    ['@sign ', '方框里的签字线'],
    ['@signatures', '单独一行；下面每行左右两方用 | 隔开，空一行结束'],
    ['**文字**', '段落中间加粗'],
    ['{_8}', '手写线，八个字宽（1 至 40）'],
    ['{?说明}', '还没有指定填什么的空格，指定后才能发布'],
    ['\\', '放在 \\ { } * | 或行首 # > ! @ 之前，照原样打印'],
  ],
} as const;
