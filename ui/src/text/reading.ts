/** What is said of values that were read off papers, and of the corners of documents. */

export const READING = {
  standing: {
    sure: '识别一致',
    open: '请核对',
    settled: '已核对',
    corrected: '已改动',
  },
  /** At the label, where a sure value needs no word. */
  standingShort: { sure: '', open: '请核对', settled: '', corrected: '已改' },
  witness: { ocr: '文字', qr: '二维码', checksum: '校验位' },
  witnessMark: { ocr: '文', qr: '码', checksum: '校' },
  witnesses: (words: readonly string[]) =>
    words.length === 0 ? '没有可靠依据' : `依据${words.join('、')}`,
  confidence: (part: number) => `把握 ${Math.floor(part * 100)}%`,
  read: '读到',
  asDate: (date: string) => (date === 'long-term' ? '长期' : date),
  onForm: '表上',
  source: '来自',
  noCrop: '原图正在载入…',
  settle: '核对无误',
  takeRead: '用读到的',
  keys: 'Tab 下一处',
} as const;

export const CORNERS = {
  label: '证件四角',
  corner: ['左上角', '右上角', '右下角', '左下角'],
  hint: '拖动四角对准证件边缘；Tab 换角，方向键移动（Shift 大步），回车保存',
  document: '要调整的证件',
  kinds: { licence: '营业执照', 'id-portrait': '人像面', 'id-emblem': '国徽面', other: '资料' },
  several: (word: string, place: number) => `${word} ${place}`,
  one: '只重新识别选中的这一件',
  oneHint: '其他证件已填入表单的内容不变；Alt+↑↓ 换证件',
  whole: '整页',
  cancel: '取消',
  save: '保存四角',
} as const;
