/**
 * A text area with the number of every line beside it. A hidden copy of the
 * text gives each line its height, so that numbers stay beside lines that wrap.
 */
import { memo, type Ref, useImperativeHandle, useRef } from 'react';
import type { Severity, TextFindingView } from '../../backend';
import { sorted } from './Findings';
import { blankAt, lineAt, lineOf } from './markup';
import { EDITOR } from './text';

/** What the screen around it may ask of the area. */
export interface MarkupHandle {
  /** Goes to a line; selects one of its blanks, counted from 0, when told. */
  goTo: (line: number, blank?: number) => void;
  /** Brings a line back into sight once the area's height has changed. */
  reveal: (line: number) => void;
  /** Puts words where the caret is, in place of what is selected. */
  insert: (words: string) => void;
}

/** What the area needs. */
export interface MarkupAreaProps {
  text: string;
  readOnly: boolean;
  findings: readonly TextFindingView[];
  current: number;
  onChange: (text: string) => void;
  /** The caret is on this line, and these words are selected. */
  onCaret: (line: number, selected: string) => void;
  ref?: Ref<MarkupHandle>;
}

/** The area. */
export function MarkupArea(props: MarkupAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const tellCaret = ({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => {
    const { selectionStart, selectionEnd, value } = currentTarget;
    props.onCaret(lineOf(value, selectionStart), value.slice(selectionStart, selectionEnd));
  };
  useImperativeHandle(props.ref, () => ({
    goTo: (line, blank) => {
      if (area.current) {
        goTo(area.current, rows.current, line, blank);
        // Engines differ in whether they tell of a selection that a program has set.
        tellCaret({ currentTarget: area.current });
      }
    },
    reveal: (line) => reveal(rows.current, line),
    insert: (words) => area.current && insert(area.current, words, props.onChange),
  }));
  return (
    <div className="markup-scroll">
      <div className="markup">
        <Rows text={props.text} current={props.current} findings={props.findings} rows={rows} />
        <textarea
          ref={area}
          className="markup-text"
          value={props.text}
          readOnly={props.readOnly}
          spellCheck={false}
          aria-label={EDITOR.markup}
          onChange={(event) => {
            props.onChange(event.target.value);
            tellCaret(event);
          }}
          onSelect={tellCaret}
          data-testid="markup"
        />
      </div>
    </div>
  );
}

interface RowsProps {
  text: string;
  current: number;
  findings: readonly TextFindingView[];
  rows: Ref<HTMLDivElement>;
}

const Rows = memo(function Rows({ text, current, findings, rows }: RowsProps) {
  const gravest = new Map<number, Severity>();
  for (const { line, severity } of sorted(findings).reverse()) {
    gravest.set(line, severity);
  }
  return (
    <div className="markup-rows" ref={rows} aria-hidden>
      {text.split('\n').map((line, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
          key={at}
          className="markup-row"
          data-current={at + 1 === current}
          data-severity={gravest.get(at + 1)}
        >
          {/* An empty line is as high as one with words. */}
          {line || '\u200b'}
        </div>
      ))}
    </div>
  );
});

function goTo(
  area: HTMLTextAreaElement,
  rows: HTMLDivElement | null,
  line: number,
  blank: number | undefined,
): void {
  const whole = lineAt(area.value, line);
  const chosen = blank === undefined ? undefined : blankAt(area.value, line, blank);
  area.focus({ preventScroll: true });
  area.setSelectionRange(chosen?.start ?? whole.start, chosen?.end ?? whole.start);
  reveal(rows, lineOf(area.value, whole.start));
}

function reveal(rows: HTMLDivElement | null, line: number): void {
  rows?.children[line - 1]?.scrollIntoView?.({ block: 'center' });
}

function insert(area: HTMLTextAreaElement, words: string, onChange: (text: string) => void): void {
  area.focus({ preventScroll: true });
  // The only way that the text area's own undoing knows of.
  if (!document.execCommand?.('insertText', false, words)) {
    area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end');
    onChange(area.value);
  }
}
