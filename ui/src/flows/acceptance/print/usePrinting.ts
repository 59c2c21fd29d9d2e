import { App } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { type AgreementView, type Failure, useAct } from '../../../backend';
import { useDesk } from '../../../desk';
import type { Draft } from '../draft/draft';
import { blocking, TO_READ, waivable } from '../form/problems';
import { PRINT } from '../text';

/** Where the printing stands. */
export type PrintStep =
  | { kind: 'idle' }
  | { kind: 'checking' }
  /** Only a manager can go on, and none is signed in. */
  | { kind: 'manager-needed' }
  /** A manager may let it through with a reason. */
  | { kind: 'override' }
  /** The customer is asked to read it over. */
  | { kind: 'confirm'; reason: string | null };

/** Whether nothing stands open but papers that are being read. */
function isStillReading(draft: Draft): boolean {
  const open = blocking(draft.state.problems);
  return open.length > 0 && open.every(({ code }) => code === TO_READ);
}

/** Until the last paper is read, and what it says has come onto the form. */
function whenRead(draft: Draft): Promise<void> {
  return new Promise((done) => {
    const stop = draft.subscribe(() => {
      if (draft.state.toRead.length === 0) {
        stop();
        // What was read fills the form a moment later.
        setTimeout(done, 100);
      }
    });
  });
}

/** From the button to two copies. */
export interface Printing {
  step: PrintStep;
  /** Checks everything and asks what has to be asked. */
  start: () => void;
  /** A manager has given a reason. */
  letThrough: (reason: string) => void;
  /** The customer has read it over. */
  print: () => void;
  cancel: () => void;
  busy: boolean;
  failure: Failure | null;
}

/**
 * Prints a draft. `onBlocked` is called when something is missing or wrong,
 * `onPrinted` with the agreement.
 */
export function usePrinting(
  draft: Draft,
  onBlocked: () => void,
  onPrinted: (agreement: AgreementView) => void,
): Printing {
  const { may } = useDesk();
  const { message } = App.useApp();
  const [step, setStep] = useState<PrintStep>({ kind: 'idle' });
  const act = useAct('order_print');
  const callbacks = useRef({ onBlocked, onPrinted });
  callbacks.current = { onBlocked, onPrinted };

  const start = useCallback(async () => {
    setStep({ kind: 'checking' });
    draft.showAll();
    if (!(await draft.flush())) {
      void message.warning(PRINT.unsaved);
      setStep({ kind: 'idle' });
      return;
    }
    if (isStillReading(draft)) {
      void message.info(PRINT.reading);
      await whenRead(draft);
      await draft.flush();
    }
    const { problems } = draft.state;
    if (blocking(problems).length > 0) {
      setStep({ kind: 'idle' });
      callbacks.current.onBlocked();
    } else if (waivable(problems).length > 0) {
      setStep({ kind: may('override') ? 'override' : 'manager-needed' });
    } else {
      setStep({ kind: 'confirm', reason: null });
    }
  }, [draft, may, message]);

  const print = () => {
    if (step.kind !== 'confirm') {
      return;
    }
    act.mutate(
      { id: draft.id, revision: draft.revision, override_reason: step.reason },
      {
        onSuccess: (agreement) => callbacks.current.onPrinted(agreement),
        // What the desk found while printing is shown where it belongs.
        onError: () => void draft.refresh().catch(() => undefined),
      },
    );
  };
  return {
    step,
    start: () => void start(),
    letThrough: (reason) => setStep({ kind: 'confirm', reason }),
    print,
    cancel: () => {
      act.reset();
      setStep({ kind: 'idle' });
    },
    busy: act.isPending,
    failure: act.error,
  };
}
