/** The window's look: ink teal on cool greys, dense, still. Colours are named once, here. */
import { type MappingAlgorithm, type ThemeConfig, theme } from 'antd';

/** Colours that style sheets use as `var(--…)` and antd as tokens. */
export const COLOURS = {
  ink: '#1d2b33',
  quiet: '#5c6b73',
  faint: '#8b989f',
  line: '#d5dce0',
  hair: '#e6ebed',
  paper: '#ffffff',
  ground: '#f1f4f5',
  accent: '#0f5f6b',
  accentDeep: '#0a4852',
  accentSoft: '#e3f0f1',
  missing: '#8a6d1f',
  missingSoft: '#faf3dd',
  wrong: '#b3261e',
  wrongSoft: '#fbeae8',
  waivable: '#b4540a',
  waivableSoft: '#fcefe2',
  warning: '#1f5fa8',
  warningSoft: '#e7f0fa',
  good: '#2c6e49',
  goodSoft: '#e6f3eb',
} as const;

const FONT =
  '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif';

/** antd's compact measures with letters that can be read all day. */
const office: MappingAlgorithm = (seed, map) => ({
  ...theme.compactAlgorithm(seed, map),
  fontSize: 13,
  fontSizeSM: 12,
  fontSizeLG: 14,
  fontSizeXL: 17,
  lineHeight: 20 / 13,
  fontHeight: 20,
  controlHeightSM: 24,
  controlHeight: 30,
  controlHeightLG: 36,
});

/** Tokens for antd. */
export const THEME: ThemeConfig = {
  algorithm: office,
  token: {
    fontFamily: FONT,
    fontFamilyCode: '"Cascadia Mono", "Consolas", "Noto Sans Mono CJK SC", monospace',
    colorPrimary: COLOURS.accent,
    colorInfo: COLOURS.warning,
    colorError: COLOURS.wrong,
    colorWarning: COLOURS.waivable,
    colorSuccess: COLOURS.good,
    colorLink: COLOURS.accent,
    colorLinkHover: COLOURS.accentDeep,
    colorTextBase: COLOURS.ink,
    colorTextPlaceholder: COLOURS.faint,
    colorErrorBg: COLOURS.wrongSoft,
    colorErrorBorder: '#eec4c0',
    colorWarningBg: COLOURS.waivableSoft,
    colorWarningBorder: '#efcfae',
    colorInfoBg: COLOURS.warningSoft,
    colorInfoBorder: '#c3d9f0',
    colorSuccessBg: COLOURS.goodSoft,
    colorSuccessBorder: '#bfdccb',
    colorBgMask: 'rgb(18 50 58 / 32%)',
    colorBgLayout: COLOURS.ground,
    colorBorder: COLOURS.line,
    colorBorderSecondary: COLOURS.hair,
    borderRadius: 4,
    // Nothing moves: a desk is read, not watched.
    motion: false,
    motionDurationFast: '0.06s',
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.12s',
    wireframe: false,
    controlOutlineWidth: 2,
  },
  components: {
    Table: {
      headerBg: '#f6f8f9',
      headerSplitColor: 'transparent',
      cellPaddingBlockSM: 5,
      cellPaddingInlineSM: 10,
    },
    Modal: { titleFontSize: 15 },
    Select: { optionSelectedBg: COLOURS.accentSoft, optionActiveBg: '#eef2f4' },
    Tooltip: { colorBgSpotlight: COLOURS.ink },
  },
};

/** Makes the colours known to style sheets. */
export function publishColours(root: HTMLElement): void {
  for (const [name, value] of Object.entries(COLOURS)) {
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    root.style.setProperty(`--${kebab}`, value);
  }
  root.style.setProperty('--font', FONT);
}
