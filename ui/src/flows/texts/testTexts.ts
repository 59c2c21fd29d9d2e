/** Editions for the tests of these screens. */
import type { EditionState, TextChecked, TextFindingView, TextLine, TextView } from '../../backend';
import type { Answers } from '../../testDesk';

/** A text that asks for one blank. */
export const TEXT = [
  'edition: 2027-01',
  'effective: 2027-01-01',
  'title: 入网协议',
  '',
  '# 第一条　费用',
  '每月最低消费为{?最低消费}元。',
].join('\n');

/** What forbids publishing. */
export const ERROR: TextFindingView = {
  rule: 'blank_unnamed',
  line: 6,
  severity: 'error',
  message: '第 6 行的空格“最低消费”还没有指定填什么',
};
/** What does not. */
export const WARNING: TextFindingView = {
  rule: 'copies_missing',
  line: 1,
  severity: 'warning',
  message: '文本没有写明一式几份',
};

/** What looking at a text says; its sixth line is shown. */
export function checked(text: string, findings: TextFindingView[] = []): TextChecked {
  const words = text.split('\n')[5] ?? '';
  return {
    preview: {
      title: '入网协议',
      motto: '',
      name: '2027-01',
      effective: '2027-01-01',
      lines: [
        {
          line: 6,
          kind: 'paragraph',
          runs: [
            { kind: 'text', text: words.replace(/\{.*/, ''), bold: false },
            { kind: 'unnamed', hint: '最低消费' },
          ],
          right: [],
        },
      ],
    },
    findings,
  };
}

/** The edition of the program. */
export const OWN: TextLine = {
  id: 0,
  name: '2026-01',
  effective: '2026-01-01',
  state: 'published',
  in_force: true,
};

/** An edition in this state. */
export function view(state: EditionState, findings: TextFindingView[] = []): TextView {
  const line = { id: 3, name: '2027-01', effective: '2027-01-01', state, in_force: false };
  return { line, text: TEXT, checked: checked(TEXT, findings) };
}

/** A desk that has it. */
export function answers(shown: TextView): Answers {
  return {
    text_list: [shown.line, OWN],
    text_show: shown,
    text_check: ({ text }) => checked(text, shown.checked.findings),
    text_save: ({ text }) => ({ ...shown, text }),
    text_publish: { ...shown, line: { ...shown.line, state: 'published' } },
    text_retire: { ...shown, line: { ...shown.line, state: 'retired' } },
  };
}
