/** The markup of an edition, and what helps to write it. */
import { Button } from 'antd';
import { type RefObject, useEffect, useRef } from 'react';
import { MarkupArea, type MarkupHandle } from './MarkupArea';
import { unnamedIn } from './markup';
import { Palette } from './Palette';
import { EDITOR, PALETTE } from './text';
import type { Draft } from './useDraft';

/** Where the caret is, and what is selected. */
export interface Caret {
  line: number;
  selected: string;
}

/** What the pane needs. */
export interface MarkupPaneProps {
  markup: RefObject<MarkupHandle | null>;
  draft: Draft;
  editable: boolean;
  caret: Caret;
  /** Whether the palette is open. */
  palette: boolean;
  onPalette: () => void;
  onHelp: () => void;
  onCaret: (caret: Caret) => void;
}

/** The pane. */
export function MarkupPane(props: MarkupPaneProps) {
  const { markup, draft, editable, caret, palette, onPalette } = props;
  const line = useRef(caret.line);
  line.current = caret.line;
  // The palette takes room from the area: what it is opened for stays in sight.
  useEffect(() => {
    if (palette) {
      markup.current?.reveal(line.current);
    }
  }, [palette, markup]);
  return (
    <section className="text-pane panel">
      <header>
        <h2>{EDITOR.markup}</h2>
        {editable && (
          <Button
            size="small"
            aria-expanded={palette}
            onClick={onPalette}
            data-testid="palette-open"
          >
            {PALETTE.open} F4
          </Button>
        )}
        <Button size="small" type="text" onClick={props.onHelp} data-testid="text-help-open">
          {EDITOR.help}
        </Button>
      </header>
      {editable && palette && (
        <Palette
          naming={unnamedIn(caret.selected)}
          onInsert={(words) => markup.current?.insert(words)}
          onClose={onPalette}
        />
      )}
      <MarkupArea
        ref={markup}
        text={draft.text}
        readOnly={!editable}
        findings={draft.checked.findings}
        current={caret.line}
        onChange={draft.type}
        onCaret={(line, selected) => props.onCaret({ line, selected })}
      />
    </section>
  );
}
