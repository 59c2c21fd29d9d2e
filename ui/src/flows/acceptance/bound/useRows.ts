import { App } from 'antd';
import { type ClipboardEvent, useMemo, useState } from 'react';
import type { Draft } from '../draft/draft';
import { focusField } from '../form/focus';
import { BOUND } from '../text';
import { moved, pasted, pastedNumbers, withBlank, without } from './rows';

/** What can be done with the rows of the bound numbers. */
export interface Rows {
  /** Puts a blank row in at `place` and goes there. */
  add: (place: number) => void;
  /** Takes a row out. */
  remove: (place: number) => void;
  /** Moves a row, and the caret with it. */
  move: (from: number, to: number, field: string) => void;
  /** Goes to a field of another row. */
  goTo: (place: number, field: string) => void;
  /** Takes a pasted column of numbers; false when it was a single one. */
  paste: (place: number, event: ClipboardEvent) => boolean;
  /** Row that is being dragged. */
  dragged: number | undefined;
  /** Begins or ends dragging. */
  drag: (place: number | undefined) => void;
}

/** The rows of a draft's bound numbers. */
export function useRows(draft: Draft): Rows {
  const { message } = App.useApp();
  const [dragged, drag] = useState<number>();
  return useMemo(() => {
    const change = (
      edit: (rows: typeof draft.state.form.bound) => typeof draft.state.form.bound,
    ) => {
      draft.change((form) => ({ ...form, bound: edit(form.bound) }));
      draft.touchRows();
    };
    return {
      add: (place) => {
        change((rows) => withBlank(rows, place));
        focusField(`bound.${place}.number`);
      },
      remove: (place) => {
        change((rows) => without(rows, place));
        const last = draft.state.form.bound.length - 1;
        if (last >= 0) {
          focusField(`bound.${Math.min(place, last)}.number`);
        }
      },
      move: (from, to, field) => {
        if (to < 0 || to >= draft.state.form.bound.length) {
          return;
        }
        change((rows) => moved(rows, from, to));
        focusField(`bound.${to}.${field}`);
      },
      goTo: (place, field) => focusField(`bound.${place}.${field}`),
      paste: (place, event) => {
        const numbers = pastedNumbers(event.clipboardData.getData('text/plain'));
        if (numbers.length < 2) {
          return false;
        }
        event.preventDefault();
        change((rows) => pasted(rows, place, numbers));
        void message.success(BOUND.pasted(numbers.length));
        return true;
      },
      dragged,
      drag,
    };
  }, [draft, dragged, message]);
}
