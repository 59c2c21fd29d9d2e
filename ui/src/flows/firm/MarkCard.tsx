/** One of the two pictures: how it looks, choosing and removing it. */
import { App, Button, Popconfirm } from 'antd';
import { type ChangeEvent, type ReactNode, useRef } from 'react';
import { type FirmMark, type MarkKind, useAct, type useSetFirmMark } from '../../backend';
import { FailureNote } from '../../parts/FailureNote';
import { MarkPreview } from './MarkPreview';
import { MARKS } from './text';

/** What the card needs. */
export interface MarkCardProps {
  kind: MarkKind;
  mark: FirmMark | null;
  /** Width on paper; 0 for a signature. */
  width: number;
  /** Whether there are seals of that width. */
  ready: boolean;
  set: ReturnType<typeof useSetFirmMark>;
  /** A picture was chosen. */
  onFile: (file: File) => void;
  /** What else is to be said of it. */
  children: ReactNode;
}

/** Preview at the left, what can be done at the right. */
export function MarkCard(props: MarkCardProps) {
  const { kind, mark, width, set } = props;
  const input = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    // So that the same file can be chosen again after it was refused.
    event.target.value = '';
    if (file) {
      props.onFile(file);
    }
  };
  return (
    <section className="mark" aria-label={MARKS.name[kind]}>
      <MarkPreview kind={kind} mark={mark} width={width} />
      <div className="mark-side">
        <h3>{MARKS.name[kind]}</h3>
        {props.children}
        <div className="mark-acts">
          <Button
            loading={set.isPending}
            disabled={!props.ready}
            onClick={() => input.current?.click()}
            data-testid={`firm-${kind}-choose`}
          >
            {mark ? MARKS.exchange : MARKS.choose}
          </Button>
          {mark && <Remove kind={kind} />}
        </div>
        <input
          ref={input}
          type="file"
          hidden
          accept="image/*"
          onChange={choose}
          data-testid={`firm-${kind}-input`}
        />
        <FailureNote failure={set.error} onClose={set.reset} />
      </div>
    </section>
  );
}

function Remove({ kind }: { kind: MarkKind }) {
  const { message } = App.useApp();
  const remove = useAct('firm_mark_remove');
  const confirmed = () =>
    remove.mutate({ kind }, { onSuccess: () => void message.success(MARKS.removed) });
  return (
    <>
      <Popconfirm
        title={MARKS.removeSure}
        okText={MARKS.removeYes}
        onConfirm={confirmed}
        okButtonProps={{ danger: true }}
      >
        <Button type="text" danger loading={remove.isPending} data-testid={`firm-${kind}-remove`}>
          {MARKS.remove}
        </Button>
      </Popconfirm>
      <FailureNote failure={remove.error} onClose={remove.reset} />
    </>
  );
}
