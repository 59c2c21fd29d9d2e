/** Where the firm's own text is dropped or chosen. */
import { FileTextOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useUndropped } from '../../parts/useUndropped';
import { IMPORT } from './text';

/** Old Word files are let through: the desk says what to do with them. */
const ACCEPTED = '.txt,.docx,.doc,text/plain';

/** What the area needs. */
export interface FileDropProps {
  busy: boolean;
  /** Lower, once a file has been read. */
  small: boolean;
  /** The file that was read. */
  name: string | undefined;
  onFile: (file: File) => void;
}

/** The area. */
export function FileDrop({ busy, small, name, onFile }: FileDropProps) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useUndropped();
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !busy) {
      onFile(file);
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const said = busy ? IMPORT.reading : over ? IMPORT.dropNow : (name ?? IMPORT.drop);
  return (
    <section
      className="text-drop"
      data-over={over}
      data-small={small}
      aria-label={IMPORT.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      data-testid="text-drop"
    >
      <FileTextOutlined className="text-drop-icon" />
      <div>
        <p title={name}>{said}</p>
        {!small && <p className="text-drop-hint">{IMPORT.dropHint}</p>}
      </div>
      <Button
        icon={<FolderOpenOutlined />}
        size={small ? 'middle' : 'large'}
        loading={busy}
        onClick={() => input.current?.click()}
        data-testid="text-choose"
      >
        {name ? IMPORT.again : IMPORT.choose}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        onChange={({ target }) => {
          take(target.files);
          // So that the same file can be chosen again.
          target.value = '';
        }}
        data-testid="text-input"
      />
    </section>
  );
}
