/**
 * What the window does with each refusal: how loud it is and what it offers.
 * The sentences stand in `assets/wording`, which the terminal reads too.
 */
import { type Failure, UNEXPECTED } from './backend/failure';

/** How loud a refusal is. */
export type Severity = 'info' | 'warning' | 'error';

/** What the window offers, or does by itself. */
export type Action =
  /** Ask the desk anew for what is on the screen. */
  | 'reload'
  /** Do the same again. */
  | 'retry'
  /** Count the seconds down before the next try. */
  | 'countdown'
  /** Go to the sign-in. */
  | 'sign-in'
  /** Nothing more can be done in this window. */
  | 'stop';

/** What the window makes of a refusal. */
export interface Reaction {
  severity: Severity;
  /** Not shown where it happens, because the window answers it by itself. */
  silent?: boolean;
  action?: Action;
}

const REACTIONS: Record<string, Reaction> = {
  SessionLocked: { severity: 'info', silent: true, action: 'sign-in' },
  WrongPassword: { severity: 'warning', action: 'countdown' },
  RecoveryCodeWrong: { severity: 'warning', action: 'countdown' },
  TooManyAttempts: { severity: 'warning', action: 'countdown' },
  Stale: { severity: 'warning', action: 'reload' },
  StoreBusy: { severity: 'warning', action: 'retry' },
  StoreTooNew: { severity: 'error', action: 'stop' },
  StoreDamaged: { severity: 'error', action: 'stop' },
  KeyDamaged: { severity: 'error', action: 'stop' },
  NotAStore: { severity: 'error', action: 'stop' },
  KeyringMissing: { severity: 'error', action: 'stop' },
  KeyringDamaged: { severity: 'error', action: 'stop' },
  FolderNotWritable: { severity: 'error', action: 'retry' },
  DiskFull: { severity: 'error', action: 'retry' },
  DiskFailed: { severity: 'error', action: 'retry' },
  DatabaseFailed: { severity: 'error', action: 'retry' },
  NumberStateChanged: { severity: 'warning', action: 'reload' },
  AgreementStateChanged: { severity: 'warning', action: 'reload' },
  CameraDenied: { severity: 'warning', action: 'retry' },
  CameraAbsent: { severity: 'warning', action: 'retry' },
  CameraBusy: { severity: 'warning', action: 'retry' },
  CameraLost: { severity: 'warning', action: 'retry' },
  Cancelled: { severity: 'info', silent: true },
  Internal: { severity: 'error', action: 'retry' },
  [UNEXPECTED]: { severity: 'error', action: 'retry' },
};

/** What the window makes of a code; one it does not know is shown and no more. */
export function reaction(code: string): Reaction {
  return REACTIONS[code] ?? { severity: 'warning' };
}

/** Sentences for what goes wrong in the window itself, before the desk is asked. */
const OF_THE_WINDOW: Record<string, string> = {
  [UNEXPECTED]: '程序遇到意外，这一步没有完成，已有资料没有变动。请重试；仍不行时请联系经理。',
  FileUnreadable: '这个文件读不出来，可能已被移走或正被其他程序使用。请检查后再试。',
  CameraDenied: '摄像头没有获准使用。请在系统的隐私设置里允许本程序使用摄像头，再重试。',
  CameraAbsent: '没有找到摄像头或高拍仪。请接好后重试。',
  CameraBusy: '摄像头打不开，可能正被其他程序使用。请关闭那个程序后重试。',
  CameraUnsupported:
    '这台电脑上，程序的窗口不能使用摄像头。请改用扫描、手机拍照，或拍好后用“选择文件”。',
  CameraLost: '摄像头断开了。请检查连线后重试。',
  PaperToRead: '{count} 页还在识别，稍候会自动填表。',
  ClipboardEmpty: '剪贴板里没有可用的内容。',
};

const FALLBACK = '这一步没有完成。请重试；仍不行时请联系经理。';

const files = import.meta.glob<Record<string, string>>('../../assets/wording/*.json', {
  eager: true,
  import: 'default',
});

const WORDING: Record<string, string> = Object.assign({}, OF_THE_WINDOW, ...Object.values(files));

/** The sentence for a code, its placeholders filled from `details`. */
export function sentence(code: string, details: Record<string, string> = {}): string {
  const pattern = WORDING[code] ?? FALLBACK;
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => details[name] ?? whole);
}

/** What to tell a person about a failure. */
export function explain(failure: Failure): string {
  return failure.message || sentence(failure.code, failure.details);
}

/** Seconds to wait before the next try, if the failure says so. */
export function secondsToWait(failure: Failure): number {
  const seconds = Number(failure.details.seconds ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : 0;
}
