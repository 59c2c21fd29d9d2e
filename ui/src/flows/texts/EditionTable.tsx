/** The editions, newest first, and what can be done with each. */
import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { TextLine } from '../../backend';
import { today } from '../../parts/dates';
import { EmptyState } from '../../parts/EmptyState';
import { ListTable } from '../../parts/ListTable';
import { go } from '../../route';
import { EditionTag } from './EditionTag';
import { TEXTS, USE } from './text';
import { replacedBy } from './use';

/** What the list shows. */
export interface EditionTableProps {
  lines: readonly TextLine[] | undefined;
  loading: boolean;
  /** Begins a draft from an edition; absent for those who may not. */
  onDraft?: (base: TextLine) => void;
}

/** The list. */
export function EditionTable({ lines, loading, onDraft }: EditionTableProps) {
  return (
    <ListTable<TextLine>
      rows={lines}
      rowKey={(line) => line.id}
      columns={columns(lines ?? [], onDraft)}
      onOpen={(line) => go({ at: 'text', id: line.id })}
      empty={<EmptyState text={TEXTS.empty} />}
      loading={loading}
      pagination={(lines?.length ?? 0) > 20 && { pageSize: 20, showSizeChanger: false }}
      testId="text"
    />
  );
}

function columns(
  lines: readonly TextLine[],
  onDraft: EditionTableProps['onDraft'],
): ColumnsType<TextLine> {
  const now = lines.find(({ in_force }) => in_force);
  return [
    {
      key: 'name',
      title: TEXTS.name,
      render: (_, line) => (
        <span className="text-name">
          <b title={line.name}>{line.name}</b>
          {line.id === 0 && <small>{TEXTS.own}</small>}
        </span>
      ),
    },
    { key: 'effective', title: TEXTS.effective, dataIndex: 'effective', width: 110 },
    {
      key: 'state',
      title: TEXTS.state,
      width: 160,
      render: (_, line) => (
        <span className="text-state">
          <EditionTag state={line.state} />
          {line.in_force && <InForce />}
        </span>
      ),
    },
    { key: 'use', title: TEXTS.use, width: 300, render: (_, line) => used(line, lines) },
    {
      key: 'acts',
      width: 216,
      render: (_, line) => (
        <Acts
          line={line}
          {...(now && now.id !== line.id && { now })}
          {...(onDraft && { onDraft })}
        />
      ),
    },
  ];
}

/** The edition of today. */
export function InForce() {
  return <strong className="text-in-force">{TEXTS.inForce}</strong>;
}

function used(line: TextLine, lines: readonly TextLine[]): string {
  if (line.state !== 'published') {
    return USE[line.state];
  }
  if (line.in_force) {
    return USE.now;
  }
  const other = replacedBy(line, lines);
  if (other) {
    return USE.past(other.name);
  }
  return line.effective > today(new Date()) ? USE.from(line.effective) : '';
}

function Acts(props: { line: TextLine; now?: TextLine; onDraft?: (base: TextLine) => void }) {
  const { line, now, onDraft } = props;
  return (
    <span className="text-acts">
      {onDraft && (
        <Button
          size="small"
          onClick={(event) => {
            event.stopPropagation();
            onDraft(line);
          }}
          data-testid={`text-draft-${line.id}`}
        >
          {TEXTS.draftFrom}
        </Button>
      )}
      {now && (
        <Button
          size="small"
          onClick={(event) => {
            event.stopPropagation();
            const [old, fresh] = line.effective < now.effective ? [line, now] : [now, line];
            go({ at: 'text-compare', old: old.id, new: fresh.id });
          }}
          data-testid={`text-compare-${line.id}`}
        >
          {TEXTS.compareOne}
        </Button>
      )}
    </span>
  );
}
