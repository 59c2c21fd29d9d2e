/** An edition as it will look: blanks as chips, the signature block in two columns. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { PreviewLine, PreviewRun, TextPreview } from '../../backend';
import './preview.css';
import { EDITOR } from './text';

/** What the preview needs. */
export interface PreviewProps {
  preview: TextPreview;
  /** The line of the markup that is looked at. */
  current?: number | undefined;
  /** A line was chosen, or a blank of it, counted from 0. */
  onPick?: (line: number, blank?: number) => void;
}

/** The sheet. */
export function Preview({ preview, current, onPick }: PreviewProps) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chosen = sheet.current?.querySelector('[aria-selected="true"]');
    if (current !== undefined) {
      chosen?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [current]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && onPick) {
      event.preventDefault();
      const at = preview.lines.findIndex(({ line }) => line === current);
      const next = preview.lines[at < 0 ? 0 : at + step];
      if (next) {
        onPick(next.line);
      }
    }
  };
  return (
    <div className="text-preview-scroll">
      <div
        ref={sheet}
        className="text-preview"
        role="listbox"
        aria-label={EDITOR.preview}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={({ target }) => onPick && pick(target as HTMLElement, onPick)}
        data-picks={onPick !== undefined}
        data-testid="text-preview"
      >
        {preview.motto && <p className="text-preview-motto">{preview.motto}</p>}
        <p className="text-preview-title" data-lacks={!preview.title}>
          {preview.title || EDITOR.noTitle}
        </p>
        {preview.lines.map((line) => (
          <Line key={line.line} line={line} current={line.line === current} />
        ))}
        {preview.lines.length === 0 && <p className="text-preview-none">{EDITOR.noLines}</p>}
      </div>
    </div>
  );
}

function pick(target: HTMLElement, onPick: NonNullable<PreviewProps['onPick']>): void {
  const line = Number(target.closest<HTMLElement>('[data-line]')?.dataset.line);
  if (line) {
    const blank = target.closest<HTMLElement>('[data-blank]')?.dataset.blank;
    onPick(line, blank === undefined ? undefined : Number(blank));
  }
}

function Line({ line, current }: { line: PreviewLine; current: boolean }) {
  const left = blanks(line.runs);
  return (
    <div
      className="text-preview-line"
      role="option"
      tabIndex={-1}
      aria-selected={current}
      data-line={line.line}
      data-kind={line.kind}
    >
      {line.kind === 'signature' ? (
        <>
          <span>{runs(line.runs, 0)}</span>
          <span>{runs(line.right, left)}</span>
        </>
      ) : (
        runs(line.runs, 0)
      )}
    </div>
  );
}

function blanks(list: readonly PreviewRun[]): number {
  return list.filter(({ kind }) => kind !== 'text').length;
}

/** `first` is the number, in the line, of the first blank among them. */
function runs(list: readonly PreviewRun[], first: number): ReactNode[] {
  let blank = first;
  return list.map((run, at) => {
    // Runs have no name but their place, and a line is drawn anew as a whole.
    const key = `${at} ${run.kind}`;
    if (run.kind === 'text') {
      return run.bold ? <b key={key}>{run.text}</b> : <span key={key}>{run.text}</span>;
    }
    blank += 1;
    return <Chip key={key} run={run} blank={blank - 1} />;
  });
}

function Chip({ run, blank }: { run: Exclude<PreviewRun, { kind: 'text' }>; blank: number }) {
  switch (run.kind) {
    case 'blank':
      return (
        <span className="text-chip" data-blank={blank} data-of="blank" title={`{${run.name}}`}>
          {run.label}
        </span>
      );
    case 'unnamed':
      return (
        <span className="text-chip" data-blank={blank} data-of="unnamed">
          ？{run.hint}
        </span>
      );
    case 'hand':
      return <span className="text-hand" data-blank={blank} style={{ width: `${run.width}em` }} />;
  }
}
