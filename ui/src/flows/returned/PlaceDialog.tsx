/** Pages that a person files, one after the other: the page at the left, where it belongs at the right. */
import { App, Button } from 'antd';
import { useState } from 'react';
import { type Place, type ReturnedDesk, type ReturnedPage, useAct } from '../../backend';
import { ConfirmReason } from '../../parts/ConfirmReason';
import { Dialog } from '../../parts/Dialog';
import { useKeys } from '../../parts/useKeys';
import { COPIES } from '../../text';
import { LargePage } from './LargePage';
import { PlaceForm } from './PlaceForm';
import { guess, isBeyond, nextPaper } from './place';
import { DROP, PLACE, UNPLACED, WHY } from './text';
import { useTakeReturned } from './useLooking';

/** What the dialog needs. */
export interface PlaceDialogProps {
  desk: ReturnedDesk;
  /** The paper to begin with. */
  first: number;
  onClose: () => void;
}

/** Stands until each page has its place or the person has enough. */
export function PlaceDialog({ desk, first, onClose }: PlaceDialogProps) {
  const { message } = App.useApp();
  const [at, setAt] = useState(first);
  const [last, setLast] = useState<Place | null>(null);
  const take = useTakeReturned();
  const pages = desk.unplaced;
  const index = Math.max(
    0,
    pages.findIndex(({ paper }) => paper.id === at),
  );
  const page = pages[index];
  const step = (by: number) => setAt(pages[index + by]?.paper.id ?? at);
  // The question why a page is taken off is about this page.
  const turn = (by: number) => document.querySelectorAll('.dialog-body').length === 1 && step(by);
  const gone = (paper: number, answer: ReturnedDesk) => {
    const next = nextPaper(pages, paper, answer.unplaced);
    take(answer);
    if (next === null) {
      void message.success(PLACE.done);
      onClose();
    } else {
      setAt(next);
    }
  };
  useKeys({ PageUp: () => turn(-1), PageDown: () => turn(1) });
  if (!page) {
    return null;
  }
  return (
    <Dialog title={PLACE.title} width={1060} onClose={onClose} testId="returned-place-dialog">
      <div className="place">
        <LargePage key={page.paper.id} paper={page.paper} />
        <div className="place-side">
          <Standing page={page} index={index} count={pages.length} onStep={step} />
          <Placing
            // A page of its own has a guess of its own.
            key={page.paper.id}
            page={page}
            desk={desk}
            last={last}
            onPlaced={(place, answer) => {
              setLast(place);
              gone(page.paper.id, answer);
            }}
            onDropped={(answer) => gone(page.paper.id, answer)}
          />
        </div>
      </div>
    </Dialog>
  );
}

function Standing(props: {
  page: ReturnedPage;
  index: number;
  count: number;
  onStep: (by: number) => void;
}) {
  const { page, index, count, onStep } = props;
  const { paper, mark, why } = page;
  return (
    <div className="place-standing">
      <div>
        <span className="figures">{PLACE.position(index + 1, count)}</span>
        <Button size="small" disabled={index === 0} onClick={() => onStep(-1)}>
          {PLACE.previous}
        </Button>
        <Button size="small" disabled={index + 1 >= count} onClick={() => onStep(1)}>
          {PLACE.next}
        </Button>
      </div>
      <b>{why && WHY[why]}</b>
      {page.taken_out && <p>{page.taken_out}</p>}
      {mark && <p>{PLACE.mark(mark.agreement, COPIES.name[mark.original], mark.page)}</p>}
      <small className="place-file" title={paper.file_name}>
        {UNPLACED.name(paper.file_name, paper.page, paper.pages)}
      </small>
    </div>
  );
}

interface PlacingProps {
  page: ReturnedPage;
  desk: ReturnedDesk;
  last: Place | null;
  onPlaced: (place: Place, answer: ReturnedDesk) => void;
  onDropped: (answer: ReturnedDesk) => void;
}

function Placing({ page, desk, last, onPlaced, onDropped }: PlacingProps) {
  const [wish, setWish] = useState(() => guess(page.mark, desk.waiting, last));
  const [dropping, setDropping] = useState(false);
  const place = useAct('returned_place');
  const beyond = isBeyond(wish, desk.waiting);
  const submit = () => {
    const { agreement, original, page: number } = wish;
    if (agreement !== null && !beyond && !place.isPending) {
      const said = { agreement, original, page: number };
      place.mutate(
        { paper: page.paper.id, ...said, reason: null },
        { onSuccess: (answer) => onPlaced(said, answer) },
      );
    }
  };
  return (
    <>
      <PlaceForm
        waiting={desk.waiting}
        wish={wish}
        failure={place.error}
        onWish={setWish}
        onSubmit={submit}
      >
        <div className="place-acts">
          <Button onClick={() => setDropping(true)} data-testid="returned-drop-page">
            {PLACE.drop}
          </Button>
          <Button
            type="primary"
            htmlType="submit"
            loading={place.isPending}
            disabled={wish.agreement === null || beyond}
            data-testid="returned-place"
          >
            {desk.unplaced.length > 1 ? PLACE.submit : PLACE.last}
          </Button>
        </div>
        <small className="place-keys">{PLACE.keys}</small>
      </PlaceForm>
      {dropping && (
        <Dropping page={page} onDropped={onDropped} onClose={() => setDropping(false)} />
      )}
    </>
  );
}

function Dropping(props: {
  page: ReturnedPage;
  onDropped: (answer: ReturnedDesk) => void;
  onClose: () => void;
}) {
  const { paper } = props.page;
  const drop = useAct('returned_drop');
  return (
    <ConfirmReason
      open
      title={DROP.title}
      confirm={DROP.confirm}
      usual={DROP.usual}
      busy={drop.isPending}
      failure={drop.error}
      onConfirm={(reason) =>
        drop.mutate({ paper: paper.id, reason }, { onSuccess: props.onDropped })
      }
      onClose={props.onClose}
      testId="returned-drop-page"
    >
      <p>{DROP.lead(paper.file_name)}</p>
    </ConfirmReason>
  );
}
