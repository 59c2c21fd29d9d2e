/** Where signed pages come in: dropped, chosen, scanned. */
import { FolderOpenOutlined, InboxOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { type ChangeEvent, useCallback, useRef, useState } from 'react';
import { type Arrival, answerKey } from '../../backend';
import { isDialogOpen } from '../../parts/Dialog';
import { KeyHint } from '../../parts/KeyHint';
import { useKeys } from '../../parts/useKeys';
import { ARRIVAL } from '../../text';
import { useDrop, usePastedFiles } from '../acceptance/papers/useFiles';
import { Scanning } from '../acceptance/sources/Scanning';
import { useScan } from '../acceptance/sources/useScan';
import { RETURNED } from './text';

const ACCEPTED = 'image/*,.pdf,.tif,.tiff,.heic';

/** The area; `onScanned` is told that a scanner brought pages. */
export function Bring(props: {
  onFiles: (files: readonly File[], arrival: Arrival) => void;
  onScanned: () => void;
}) {
  const { onFiles } = props;
  const [arrival, setArrival] = useState<Arrival>('scan');
  const take = useCallback(
    (files: readonly File[]) => files.length > 0 && onFiles(files, arrival),
    [onFiles, arrival],
  );
  const { over, handlers } = useDrop(take);
  usePastedFiles(take);
  return (
    <section
      className="returned-drop"
      data-over={over}
      aria-label={RETURNED.drop}
      data-testid="returned-drop"
      {...handlers}
    >
      <InboxOutlined className="returned-drop-icon" />
      <div className="returned-drop-words">
        <p>{over ? RETURNED.dropNow : RETURNED.drop}</p>
        <p className="returned-drop-hint">{RETURNED.dropHint}</p>
      </div>
      <Select<Arrival>
        value={arrival}
        onChange={setArrival}
        options={Object.entries(ARRIVAL).map(([value, way]) => ({ value, label: `${way}件` }))}
        aria-label={RETURNED.arrival}
        title={RETURNED.arrival}
        data-testid="returned-arrival"
      />
      <FileButton onFiles={take} />
      <ScanButton onScanned={props.onScanned} />
    </section>
  );
}

/** Files chosen by hand, several at once. */
function FileButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])]);
    // So that the same file can be chosen again after it was refused.
    event.target.value = '';
  };
  return (
    <>
      <Button
        icon={<FolderOpenOutlined />}
        onClick={() => input.current?.click()}
        data-testid="returned-choose"
      >
        {RETURNED.choose}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        onChange={choose}
        data-testid="returned-input"
      />
    </>
  );
}

/** The scanner, for signed pages of any agreement. */
function ScanButton({ onScanned }: { onScanned: () => void }) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const told = useCallback(() => {
    void client.invalidateQueries({ queryKey: answerKey('returned_show') });
    onScanned();
  }, [client, onScanned]);
  const scan = useScan(null, false, told);
  useKeys({ F4: () => !isDialogOpen() && setOpen(true) });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)} data-testid="returned-scan">
        {RETURNED.scan}
        <KeyHint keys={RETURNED.scanKey} />
      </Button>
      {open && <Scanning scan={scan} only="signed" onClose={() => setOpen(false)} />}
    </>
  );
}
