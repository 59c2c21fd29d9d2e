/** The pack for the carrier's file: where it lies, what it holds, what it lacks. */
import { Alert } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useEffect } from 'react';
import { type FilingPack, type PackedFile, useAct } from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { FailureNote } from '../../parts/FailureNote';
import { ListTable } from '../../parts/ListTable';
import { LongWork } from '../../parts/LongWork';
import { PACK } from '../../text';

const COLUMNS: ColumnsType<PackedFile> = [
  {
    key: 'name',
    title: PACK.file,
    render: (_, file) => (
      <>
        {file.name}
        <small className="pack-what">{file.what}</small>
      </>
    ),
  },
  { key: 'pages', title: PACK.pages, dataIndex: 'pages', width: 64, align: 'right' },
  {
    key: 'size',
    title: PACK.size,
    width: 116,
    align: 'right',
    render: (_, file) => (
      <span className={file.too_large ? 'pack-large' : ''}>
        {size(file.kilobytes)}
        {file.too_large && <small>{PACK.tooLarge}</small>}
      </span>
    ),
  },
];

/** In thousands of bytes, as carriers count them. */
function size(kilobytes: number): string {
  return kilobytes < 1000 ? `${kilobytes} KB` : `${(kilobytes / 1000).toFixed(1)} MB`;
}

/** Makes the pack as it opens. */
export function PackDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const pack = useAct('agreement_pack');
  const { mutate } = pack;
  useEffect(() => mutate({ number }), [mutate, number]);
  return (
    <Dialog title={PACK.title} width={680} onClose={onClose} testId="pack-dialog">
      {pack.isPending && (
        <LongWork doing={PACK.making} since={pack.submittedAt} testId="pack-making" />
      )}
      <FailureNote failure={pack.error} onRetry={() => mutate({ number })} />
      {pack.data && <Packed pack={pack.data} />}
    </Dialog>
  );
}

function Packed({ pack }: { pack: FilingPack }) {
  const large = pack.files.some((file) => file.too_large);
  return (
    <div className="pack">
      <p>
        {PACK.folder} <code data-testid="pack-folder">{pack.folder}</code>
      </p>
      {pack.missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={PACK.missing(pack.missing.join('、'))}
          data-testid="pack-missing"
        />
      )}
      {large && <Alert type="warning" showIcon title={PACK.large} />}
      <ListTable<PackedFile>
        rows={pack.files}
        columns={COLUMNS}
        rowKey={(file) => file.name}
        empty={PACK.nothing}
        testId="pack-file"
      />
    </div>
  );
}
