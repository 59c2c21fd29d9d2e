/** Where call records are dropped or chosen. */
import { FolderOpenOutlined, InboxOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import { useUndropped } from '../../parts/useUndropped';
import { ACCEPTED, droppedFiles, onlyTables } from './takeFiles';
import { CALLS } from './text';

/** The area; `small` where the row beneath needs the room. */
export function DropArea({ small, onFiles }: { small: boolean; onFiles: (files: File[]) => void }) {
  const [note, setNote] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: readonly File[]) => {
    const { files: tables, leftOut } = onlyTables(files);
    setNote(
      tables.length === 0 ? CALLS.nothingUseful : leftOut > 0 ? CALLS.leftOut(leftOut) : null,
    );
    if (tables.length > 0) {
      onFiles(tables);
    }
  };
  const { over, handlers } = useDrop(take);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    take([...(event.target.files ?? [])]);
    // So that the same file can be chosen again.
    event.target.value = '';
  };
  return (
    <>
      <section
        className="calls-drop"
        data-over={over}
        data-small={small}
        aria-label={CALLS.drop}
        data-testid="calls-drop"
        {...handlers}
      >
        <InboxOutlined className="calls-drop-icon" />
        <div>
          <p>{over ? CALLS.dropNow : CALLS.drop}</p>
          <p className="calls-drop-hint">{CALLS.dropHint}</p>
        </div>
        <Button
          icon={<FolderOpenOutlined />}
          size={small ? 'middle' : 'large'}
          onClick={() => input.current?.click()}
          data-testid="calls-choose"
        >
          {CALLS.choose}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          accept={ACCEPTED}
          onChange={choose}
          data-testid="calls-input"
        />
      </section>
      {note && (
        <Alert type="info" showIcon title={note} closable={{ onClose: () => setNote(null) }} />
      )}
    </>
  );
}

function useDrop(take: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false);
  // Entering a child comes before leaving its parent: count both.
  const depth = useRef(0);
  const leave = () => {
    depth.current = 0;
    setOver(false);
  };
  useUndropped();
  const handlers = {
    onDragEnter: () => {
      depth.current += 1;
      setOver(true);
    },
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDragLeave: () => {
      depth.current -= 1;
      if (depth.current <= 0) {
        leave();
      }
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      leave();
      void droppedFiles(event.dataTransfer).then(take);
    },
  };
  return { over, handlers };
}
