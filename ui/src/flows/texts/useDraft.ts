/** A draft while it is typed: what differs from what is kept, keeping it, and what the checker says. */
import { App } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type TextView, useAct, useCommand } from '../../backend';
import { useDesk } from '../../desk';
import { explain } from '../../errors';
import { useDebounced } from '../../parts/useDebounced';
import { EDITOR } from './text';

/** Milliseconds without typing before the desk is asked. */
const PAUSE = 300;

/** A draft as it is typed. */
export type Draft = ReturnType<typeof useDraft>;

/** Begins with what is kept. */
export function useDraft(view: TextView, editable: boolean) {
  const [typed, setTyped] = useState<string | null>(null);
  const [kept, setKept] = useState<string | null>(null);
  const text = typed ?? view.text;
  const dirty = editable && text !== (kept ?? view.text);
  const act = useAct('text_save');
  const { mutateAsync } = act;
  const id = view.line.id;
  const save = useCallback(
    async (words: string) => {
      const saved = await mutateAsync({ id, text: words });
      setKept(words);
      return saved;
    },
    [mutateAsync, id],
  );
  useKeptOnLeaving(dirty ? text : null, view.line.name, save);
  const settled = useDebounced(text, PAUSE);
  const known = settled === view.text;
  const check = useCommand(
    'text_check',
    { text: settled },
    { enabled: editable && !known, keep: true },
  );
  return {
    text,
    dirty,
    type: setTyped,
    save: () => save(text),
    saving: act.isPending,
    failure: act.error ?? (known ? null : check.error),
    checked: known ? view.checked : (check.data ?? view.checked),
  };
}

/** Words that are not kept yet are kept when one leaves the screen or locks the desk. */
function useKeptOnLeaving(
  unsaved: string | null,
  name: string,
  save: (text: string) => Promise<unknown>,
): void {
  const { message } = App.useApp();
  const { beforeLock } = useDesk();
  const present = useRef({ unsaved, save });
  present.current = { unsaved, save };
  useEffect(() => {
    const keep = async () => {
      const { unsaved, save } = present.current;
      return unsaved === null ? undefined : save(unsaved);
    };
    const forget = beforeLock(keep);
    return () => {
      forget();
      if (present.current.unsaved !== null) {
        void keep().then(
          () => message.success(EDITOR.leftSaved(name)),
          (failure) => message.error(explain(failure)),
        );
      }
    };
  }, [beforeLock, message, name]);
}
