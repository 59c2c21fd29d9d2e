/** A draft that begins as a copy of an edition. */
import { type FormEvent, useState } from 'react';
import { type TextLine, useAct, useCommand } from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { DialogFoot } from '../../parts/DialogFoot';
import { FailureNote } from '../../parts/FailureNote';
import { go } from '../../route';
import { HeadFields, newHead } from './HeadFields';
import { withHead } from './head';
import { DRAFT } from './text';

/** What the dialog needs. */
export interface NewDraftProps {
  base: TextLine;
  lines: readonly TextLine[];
  onClose: () => void;
}

/** Asks for the name and the first day; then one edits. */
export function NewDraft({ base, lines, onClose }: NewDraftProps) {
  const [head, setHead] = useState(() => newHead(lines, new Date()));
  const copied = useCommand('text_show', { id: base.id });
  const save = useAct('text_save');
  const ready = copied.data !== undefined && head.name.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready || save.isPending) {
      return;
    }
    const text = withHead(copied.data.text, { ...head, name: head.name.trim() });
    save.mutate({ id: null, text }, { onSuccess: ({ line }) => go({ at: 'text', id: line.id }) });
  };
  return (
    <Dialog title={DRAFT.title(base.name)} onClose={onClose} testId="text-draft-dialog">
      <form className="text-dialog" onSubmit={submit}>
        <p>{DRAFT.lead}</p>
        <HeadFields head={head} onChange={setHead} failure={save.error} />
        <FailureNote failure={copied.error ?? save.error} />
        <DialogFoot
          submit={DRAFT.create}
          busy={save.isPending}
          disabled={!ready}
          onClose={onClose}
          testId="text-draft-create"
        />
      </form>
    </Dialog>
  );
}
