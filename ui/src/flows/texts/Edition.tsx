/** One edition: markup and preview side by side, what the checker finds beneath. */
import { App } from 'antd';
import { useRef, useState } from 'react';
import { type TextView, useCommand } from '../../backend';
import { useDesk } from '../../desk';
import { isDialogOpen } from '../../parts/Dialog';
import { FailureNote } from '../../parts/FailureNote';
import { PageHead } from '../../parts/PageHead';
import { useKeys } from '../../parts/useKeys';
import { go } from '../../route';
import { DiscardDialog } from './DiscardDialog';
import { EditionHead, type Opened } from './EditionHead';
import { Findings } from './Findings';
import { HelpDialog } from './HelpDialog';
import type { MarkupHandle } from './MarkupArea';
import { type Caret, MarkupPane } from './MarkupPane';
import { NewDraft } from './NewDraft';
import { Preview } from './Preview';
import { PublishDialog } from './PublishDialog';
import { RetireDialog } from './RetireDialog';
import './texts.css';
import './editor.css';
import { EDITOR, TEXTS } from './text';
import { type Draft, useDraft } from './useDraft';

/** The screen. */
export function Edition({ id }: { id: number }) {
  const view = useCommand('text_show', { id });
  if (!view.data) {
    return (
      <>
        <PageHead title={TEXTS.title} onBack={() => go({ at: 'texts' })} />
        <FailureNote failure={view.error} onRetry={() => void view.refetch()} />
      </>
    );
  }
  return <Desk view={view.data} />;
}

function Desk({ view }: { view: TextView }) {
  const keeps = useDesk().may('keep_firm');
  const editable = keeps && view.line.state === 'draft';
  const draft = useDraft(view, editable);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [caret, setCaret] = useState<Caret>({ line: 0, selected: '' });
  const markup = useRef<MarkupHandle>(null);
  const deeds = useDeeds(draft, setOpened);
  const goTo = (line: number, blank?: number) => {
    setOpened((now) => (now === 'palette' ? now : null));
    setCaret({ line, selected: '' });
    // A dialog keeps the focus to itself until it is gone.
    setTimeout(() => markup.current?.goTo(line, blank));
  };
  const turnPalette = () => setOpened((now) => (now === 'palette' ? null : 'palette'));
  useKeys({
    'ctrl+s': () => editable && !isDialogOpen() && void deeds.save(),
    F4: () => editable && !isDialogOpen() && turnPalette(),
  });
  const { preview, findings } = draft.checked;
  return (
    <div className="text-desk" data-testid="text-desk">
      <EditionHead
        view={view}
        preview={preview}
        editable={editable}
        dirty={draft.dirty}
        saving={draft.saving}
        onSave={() => void deeds.save()}
        onPublish={() => void deeds.publish()}
        onOpen={setOpened}
      />
      <FailureNote failure={draft.failure} />
      <div className="text-panes" data-alone={!keeps}>
        {keeps && (
          <MarkupPane
            markup={markup}
            draft={draft}
            editable={editable}
            caret={caret}
            palette={opened === 'palette'}
            onPalette={turnPalette}
            onHelp={() => setOpened('help')}
            onCaret={setCaret}
          />
        )}
        <section className="text-pane panel">
          <header>
            <h2>{EDITOR.preview}</h2>
            {keeps && <small>{EDITOR.previewHint}</small>}
          </header>
          <Preview preview={preview} current={caret.line} {...(keeps && { onPick: goTo })} />
        </section>
      </div>
      {keeps && <Findings findings={findings} onPick={goTo} />}
      <Dialogs
        opened={opened}
        view={view}
        text={draft.text}
        onLine={goTo}
        onClose={() => setOpened(null)}
      />
    </div>
  );
}

function useDeeds(draft: Draft, open: (what: Opened) => void) {
  const { message } = App.useApp();
  const save = async () => {
    if (draft.dirty && !draft.saving) {
      // What is refused stands above the text.
      await draft.save().then(
        () => message.success(EDITOR.saved),
        () => undefined,
      );
    }
  };
  // Only what is kept can be published.
  const publish = async () => {
    const kept =
      !draft.dirty ||
      (await draft.save().then(
        () => true,
        () => false,
      ));
    if (kept) {
      open('publish');
    }
  };
  return { save, publish };
}

interface DialogsProps {
  opened: Opened | null;
  view: TextView;
  text: string;
  onLine: (line: number) => void;
  onClose: () => void;
}

function Dialogs({ opened, view, text, onLine, onClose }: DialogsProps) {
  const list = useCommand('text_list', null);
  const lines = list.data ?? [];
  switch (opened) {
    case 'discard':
      return <DiscardDialog line={view.line} onClose={onClose} />;
    case 'publish':
      return (
        <PublishDialog
          id={view.line.id}
          text={text}
          lines={lines}
          onLine={onLine}
          onClose={onClose}
        />
      );
    case 'retire':
      return <RetireDialog line={view.line} lines={lines} onClose={onClose} />;
    case 'draft':
      return <NewDraft base={view.line} lines={lines} onClose={onClose} />;
    case 'help':
      return <HelpDialog onClose={onClose} />;
    default:
      return null;
  }
}
