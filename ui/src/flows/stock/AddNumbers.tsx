/** A list of numbers into stock: typed, pasted or from a file; then what became of it. */
import { FileTextOutlined, SnippetsOutlined } from '@ant-design/icons';
import { Button, Input, Upload } from 'antd';
import { useState } from 'react';
import { type Failure, type NumberAdded, useAct } from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { FailureNote } from '../../parts/FailureNote';
import { COMMON, STOCK_ADD } from '../../text';
import { AddReport } from './AddReport';
import { countLines, decodeList } from './readList';

/** The dialog. */
export function AddNumbers({ onClose }: { onClose: () => void }) {
  const add = useAct('number_add');
  const [report, setReport] = useState<NumberAdded | null>(null);
  return (
    <Dialog title={STOCK_ADD.title} width={620} onClose={onClose}>
      <div className="stock-add" data-testid="stock-add-dialog">
        {report ? (
          <AddReport report={report} onMore={() => setReport(null)} onClose={onClose} />
        ) : (
          <ListForm
            busy={add.isPending}
            failure={add.error}
            onClose={onClose}
            onSubmit={(text) => add.mutate({ text }, { onSuccess: setReport })}
          />
        )}
      </div>
    </Dialog>
  );
}

interface ListFormProps {
  busy: boolean;
  failure: Failure | null;
  onClose: () => void;
  onSubmit: (text: string) => void;
}

function ListForm({ busy, failure, onClose, onSubmit }: ListFormProps) {
  const [text, setText] = useState('');
  const [unread, setUnread] = useState<Failure | null>(null);
  const lines = countLines(text);
  const take = async (reading: Promise<string>, code: string) => {
    try {
      const taken = await reading;
      setUnread(taken.trim() ? null : failureOf(code));
      setText((before) => [before.trimEnd(), taken].filter(Boolean).join('\n'));
    } catch {
      setUnread(failureOf(code));
    }
  };
  const fromFile = (file: File) => {
    void take(
      file.arrayBuffer().then((buffer) => decodeList(new Uint8Array(buffer))),
      'FileUnreadable',
    );
    return false;
  };
  return (
    <>
      <p>{STOCK_ADD.lead}</p>
      <Input.TextArea
        autoFocus
        rows={11}
        className="figures"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={STOCK_ADD.placeholder}
        spellCheck={false}
        data-testid="stock-add-text"
      />
      <FailureNote failure={unread ?? failure} />
      <div className="stock-add-foot">
        <Upload accept=".txt,.csv,.tsv" showUploadList={false} beforeUpload={fromFile}>
          <Button icon={<FileTextOutlined />}>{STOCK_ADD.file}</Button>
        </Upload>
        <Button
          icon={<SnippetsOutlined />}
          onClick={() => void take(navigator.clipboard.readText(), 'ClipboardEmpty')}
        >
          {STOCK_ADD.clipboard}
        </Button>
        <span className="stock-add-count figures">{lines > 0 && STOCK_ADD.lines(lines)}</span>
        <Button onClick={onClose}>{COMMON.cancel}</Button>
        <Button
          type="primary"
          loading={busy}
          disabled={lines === 0}
          onClick={() => onSubmit(text)}
          data-testid="stock-add-submit"
        >
          {STOCK_ADD.submit}
        </Button>
      </div>
    </>
  );
}

function failureOf(code: string): Failure {
  return { code, message: '', field: null, details: {} };
}
