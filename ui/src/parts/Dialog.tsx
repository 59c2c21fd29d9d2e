/** A dialog: closed by Esc, its first field ready to be typed into. */
import { Modal } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import './Dialog.css';

/** What a dialog needs. */
export interface DialogProps {
  title: string;
  /** Pixels; 520 unless told otherwise. */
  width?: number;
  /** A click beside it does not close it, so that nothing drawn or typed is lost. */
  still?: boolean;
  onClose: () => void;
  children: ReactNode;
  testId?: string;
}

/** Pixels from the window's top: one height for all, so that one follows another without a jump. */
const TOP = 88;

/** Stands as long as it is there. */
export function Dialog({ title, width, still, onClose, children, testId }: DialogProps) {
  return (
    <Modal
      open
      title={title}
      width={width ?? 520}
      footer={null}
      mask={{ closable: !still }}
      onCancel={onClose}
      style={{ top: TOP }}
    >
      <FirstFocus testId={testId}>{children}</FirstFocus>
    </Modal>
  );
}

/** Pages are there to be turned; nothing in their dialog is to be typed. */
const PAGES = '.pages-scroll';

const FIELDS = [
  'input:not([type="file"], [type="radio"], [type="checkbox"], :disabled)',
  'textarea',
  'button.ant-btn-primary',
].join();

/** Whether a dialog stands before the screen, so that the screen's keys should wait. */
export function isDialogOpen(): boolean {
  return document.querySelector('.dialog-body') !== null;
}

/** antd would give the focus to the cross that closes. */
function FirstFocus({ children, testId }: { children: ReactNode; testId: string | undefined }) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const wait = requestAnimationFrame(() => {
      if (!body.current?.contains(document.activeElement)) {
        const find = (what: string) => body.current?.querySelector<HTMLElement>(what);
        (find(PAGES) ?? find(FIELDS))?.focus();
      }
    });
    return () => cancelAnimationFrame(wait);
  }, []);
  return (
    <div className="dialog-body" ref={body} data-testid={testId}>
      {children}
    </div>
  );
}
