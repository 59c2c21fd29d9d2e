/** The head of an edition's screen: where it stands, and what can be done with it. */
import { Button } from 'antd';
import type { TextPreview, TextView } from '../../backend';
import { useDesk } from '../../desk';
import { KeyHint } from '../../parts/KeyHint';
import { PageHead } from '../../parts/PageHead';
import { go } from '../../route';
import { InForce } from './EditionTable';
import { EditionTag } from './EditionTag';
import { DISCARD, EDITOR, TEXTS } from './text';

/** What may stand open over the editor. */
export type Opened = 'palette' | 'publish' | 'retire' | 'discard' | 'draft' | 'help';

/** What the head shows. */
export interface EditionHeadProps {
  view: TextView;
  preview: TextPreview;
  editable: boolean;
  dirty: boolean;
  saving: boolean;
  onSave: () => void;
  onPublish: () => void;
  onOpen: (what: Opened) => void;
}

/** The head. */
export function EditionHead(props: EditionHeadProps) {
  const { view, preview, editable } = props;
  const { line } = view;
  const day = preview.effective || line.effective;
  return (
    <PageHead
      title={EDITOR.title(preview.name || line.name)}
      onBack={() => go({ at: 'texts' })}
      aside={
        <>
          <EditionTag state={line.state} />
          {line.in_force && <InForce />}
          <span className="figures">{EDITOR.from(day)}</span>
          <span data-testid="text-standing">
            {editable ? (props.dirty ? EDITOR.dirty : EDITOR.clean) : EDITOR.fixed[line.state]}
          </span>
        </>
      }
    >
      {editable ? <Edits {...props} /> : <Fixed view={view} onOpen={props.onOpen} />}
    </PageHead>
  );
}

function Edits({ dirty, saving, onSave, onPublish, onOpen }: EditionHeadProps) {
  return (
    <>
      <Button danger disabled={saving} onClick={() => onOpen('discard')} data-testid="text-discard">
        {DISCARD.open}
      </Button>
      <Button disabled={!dirty} loading={saving} onClick={onSave} data-testid="text-save">
        {EDITOR.save}
        <KeyHint keys="Ctrl+S" />
      </Button>
      <Button type="primary" disabled={saving} onClick={onPublish} data-testid="text-publish">
        {EDITOR.publish}
      </Button>
    </>
  );
}

function Fixed({ view: { line }, onOpen }: Pick<EditionHeadProps, 'view' | 'onOpen'>) {
  const keeps = useDesk().may('keep_firm');
  if (!keeps) {
    return null;
  }
  return (
    <>
      {/* What comes with the program is never retired. */}
      {line.state === 'published' && line.id !== 0 && (
        <Button danger onClick={() => onOpen('retire')} data-testid="text-retire">
          {EDITOR.retire}
        </Button>
      )}
      <Button type="primary" onClick={() => onOpen('draft')} data-testid="text-draft">
        {TEXTS.draftFrom}
      </Button>
    </>
  );
}
