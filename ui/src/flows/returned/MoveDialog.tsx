/** A page that was filed wrong: moved to where it belongs, or taken out to wait for a person. */
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { type PaperView, type Place, useAct, useCommand } from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { FailureNote } from '../../parts/FailureNote';
import { Field } from '../../parts/Field';
import { saysWhy } from '../../parts/reason';
import { COPIES } from '../../text';
import { LargePage } from './LargePage';
import { PlaceForm } from './PlaceForm';
import { isBeyond, type Wish } from './place';
import { MOVE } from './text';
import './returned.css';

/** What the dialog needs. */
export interface MoveDialogProps {
  /** The agreement that the page is filed under. */
  agreement: string;
  paper: PaperView;
  /** Which page of which original, where that is known. */
  place: Place | undefined;
  onClose: () => void;
}

/** The page at the left, where it belongs at the right. */
export function MoveDialog({ agreement, paper, place, onClose }: MoveDialogProps) {
  return (
    <Dialog title={MOVE.title} width={1060} onClose={onClose} testId="page-move-dialog">
      <div className="place">
        <LargePage paper={paper} />
        <div className="place-side">
          <div className="place-standing">
            <b>
              {MOVE.here(
                agreement,
                place ? `${COPIES.name[place.original]}第 ${place.page} 页` : MOVE.unknown,
              )}
            </b>
            <p>{MOVE.lead}</p>
          </div>
          <Moving agreement={agreement} paper={paper} place={place} onClose={onClose} />
        </div>
      </div>
    </Dialog>
  );
}

/** Whether the page would come to lie where it lies. */
function isThere(wish: Wish, place: Place | undefined): boolean {
  return (
    place !== undefined &&
    wish.agreement === place.agreement &&
    wish.original === place.original &&
    wish.page === place.page
  );
}

function useMoving(paper: number, onClose: () => void) {
  const { message } = App.useApp();
  const place = useAct('returned_place');
  const takeOut = useAct('returned_take_out');
  const done = (said: string) => () => {
    void message.success(said);
    onClose();
  };
  return {
    failure: place.error ?? takeOut.error,
    busy: place.isPending || takeOut.isPending,
    move: ({ agreement, original, page }: Wish, reason: string) =>
      agreement !== null &&
      place.mutate({ paper, agreement, original, page, reason }, { onSuccess: done(MOVE.moved) }),
    out: (reason: string) => takeOut.mutate({ paper, reason }, { onSuccess: done(MOVE.takenOut) }),
  };
}

function Moving({ agreement, paper, place, onClose }: MoveDialogProps) {
  const desk = useCommand('returned_show', null);
  const [wish, setWish] = useState<Wish>(place ?? { agreement, original: 'firm', page: 1 });
  const [reason, setReason] = useState('');
  const moving = useMoving(paper.id, onClose);
  const waiting = desk.data?.waiting ?? [];
  const said = saysWhy(reason) && !moving.busy;
  const ready =
    said && wish.agreement !== null && !isThere(wish, place) && !isBeyond(wish, waiting);
  return (
    <PlaceForm
      waiting={waiting}
      wish={wish}
      failure={null}
      onWish={setWish}
      onSubmit={() => ready && moving.move(wish, reason.trim())}
    >
      <Reason reason={reason} onReason={setReason} />
      <FailureNote failure={moving.failure} />
      <div className="place-acts">
        <Button
          disabled={!said}
          onClick={() => moving.out(reason.trim())}
          data-testid="page-take-out"
        >
          {MOVE.takeOut}
        </Button>
        <Button
          type="primary"
          htmlType="submit"
          loading={moving.busy}
          disabled={!ready}
          data-testid="page-move"
        >
          {MOVE.submit}
        </Button>
      </div>
    </PlaceForm>
  );
}

function Reason(props: { reason: string; onReason: (reason: string) => void }) {
  return (
    <>
      <Field label={MOVE.reason} required hint={MOVE.reasonHint}>
        <Input
          value={props.reason}
          maxLength={200}
          onChange={(event) => props.onReason(event.target.value)}
          data-testid="page-move-reason"
        />
      </Field>
      <div className="confirm-reason-usual">
        {MOVE.usual.map((text) => (
          <Button key={text} size="small" onClick={() => props.onReason(text)}>
            {text}
          </Button>
        ))}
      </div>
    </>
  );
}
