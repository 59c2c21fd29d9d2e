/** The pictures that the firm signs with, and whether new agreements carry them. */
import { App, Checkbox } from 'antd';
import { useState } from 'react';
import {
  type FirmMarksView,
  type MarkKind,
  type Settings,
  useAct,
  useCommand,
  useSetFirmMark,
} from '../../backend';
import { FailureNote } from '../../parts/FailureNote';
import { MarkCard } from './MarkCard';
import { SealWidth } from './SealWidth';
import { MARKS } from './text';
import { isWidth, USUAL } from './width';

/** The panel. */
export function Marks() {
  const marks = useCommand('firm_marks', null);
  return (
    <section className="firm-marks panel" data-testid="firm-marks">
      <h2>{MARKS.title}</h2>
      <p>{MARKS.lead}</p>
      <FailureNote failure={marks.error} onRetry={() => void marks.refetch()} />
      {marks.data && (
        <>
          <Seal marks={marks.data} />
          <Signature marks={marks.data} />
          <Printed marks={marks.data} />
        </>
      )}
    </section>
  );
}

function useMark(kind: MarkKind) {
  const { message } = App.useApp();
  const set = useSetFirmMark();
  const put = (file: File, millimetres: number) =>
    set.mutate({ kind, millimetres, file }, { onSuccess: () => void message.success(MARKS.set) });
  return { set, put };
}

function Seal({ marks }: { marks: FirmMarksView }) {
  const { set, put } = useMark('seal');
  const [width, setWidth] = useState(marks.seal?.millimetres ?? USUAL);
  // The desk takes the width with the picture; kept at hand, the picture can be sent anew.
  const [file, setFile] = useState<File | null>(null);
  return (
    <MarkCard
      kind="seal"
      mark={marks.seal}
      width={width}
      ready={isWidth(width)}
      set={set}
      onFile={(chosen) => {
        setFile(chosen);
        put(chosen, width);
      }}
    >
      <SealWidth
        width={width}
        onWidth={setWidth}
        other={marks.seal !== null && marks.seal.millimetres !== width}
        onResize={file ? () => put(file, width) : undefined}
      />
    </MarkCard>
  );
}

function Signature({ marks }: { marks: FirmMarksView }) {
  const { set, put } = useMark('signature');
  return (
    <MarkCard
      kind="signature"
      mark={marks.signature}
      width={0}
      ready
      set={set}
      onFile={(file) => put(file, 0)}
    >
      <small>{MARKS.signatureHint}</small>
    </MarkCard>
  );
}

/** Whether they are printed; saved as it is ticked. */
function Printed({ marks }: { marks: FirmMarksView }) {
  const settings = useCommand('setting_show', null);
  const save = useAct('setting_save');
  const none = marks.seal === null && marks.signature === null;
  const { data } = settings;
  const set = (part: Partial<Settings>) => data && save.mutate({ ...data, ...part });
  return (
    <div className="mark-print">
      <Checkbox
        checked={data?.print_seal ?? false}
        disabled={!data || none || save.isPending}
        onChange={(event) => set({ print_seal: event.target.checked })}
        data-testid="firm-print-seal"
      >
        {MARKS.print}
      </Checkbox>
      <small>{none ? MARKS.needsMark : MARKS.printHint}</small>
      <Checkbox
        checked={data?.print_seal_across ?? false}
        disabled={!data?.print_seal || marks.seal === null || save.isPending}
        onChange={(event) => set({ print_seal_across: event.target.checked })}
        data-testid="firm-print-across"
      >
        {MARKS.across}
      </Checkbox>
      <small>{MARKS.acrossHint}</small>
      <FailureNote failure={settings.error ?? save.error} onClose={save.reset} />
    </div>
  );
}
