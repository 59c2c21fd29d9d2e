/** Scans of the signed paper, small; a click shows one large. */
import { Button } from 'antd';
import { useState } from 'react';
import { type AgreementView, type Place, useBackend, useCommand } from '../../backend';
import { useDesk } from '../../desk';
import { Dialog } from '../../parts/Dialog';
import { PagePictures } from '../../parts/PagePictures';
import { AGREEMENT, COPIES } from '../../text';
import { MoveDialog } from '../returned/MoveDialog';
import { MOVE } from '../returned/text';

/** Which page of which original a scan is, where that is known. */
function usePlaces(number: string, enabled: boolean): (paper: number) => Place | undefined {
  const filed = useCommand('returned_copies', { number }, { enabled });
  return (id) => filed.data?.pages.find(({ paper }) => paper.id === id)?.place ?? undefined;
}

/** The signed scans of an agreement; before it is in force, one filed wrong can go elsewhere. */
export function SignedPapers({ agreement }: { agreement: AgreementView }) {
  const { signed_papers: papers, on_screen: drawn } = agreement;
  const { number, state } = agreement.line;
  const { may } = useDesk();
  const placeOf = usePlaces(number, papers.length > 0);
  const [shown, setShown] = useState(false);
  const [moving, setMoving] = useState<number | null>(null);
  const movable = state === 'printed' && may('take_orders');
  const moved = papers.find(({ id }) => id === moving);
  // What was signed on the screen was never anywhere else.
  const isDrawn = (id: number) => drawn.some(({ paper }) => paper === id);
  return (
    <section className="facts panel" data-testid="agreement-signed-papers">
      <h2>{AGREEMENT.signed}</h2>
      {papers.length === 0 && <p className="agreement-none">{AGREEMENT.noSigned}</p>}
      <div className="agreement-scans">
        {papers.map((paper, index) => (
          <Scan
            key={paper.id}
            paper={paper.id}
            page={index + 1}
            place={placeOf(paper.id)}
            onShow={() => setShown(true)}
            onMove={movable && !isDrawn(paper.id) ? () => setMoving(paper.id) : undefined}
          />
        ))}
      </div>
      {shown && (
        <Dialog title={AGREEMENT.signed} width={860} onClose={() => setShown(false)}>
          <div className="agreement-scan-view">
            <PagePictures
              pages={papers.length}
              path={(page, width) =>
                `paper/${papers[page - 1]?.id ?? 0}?side=${Math.round(width * 1.5)}`
              }
              label={AGREEMENT.signed}
            />
          </div>
        </Dialog>
      )}
      {moved && (
        <MoveDialog
          agreement={number}
          paper={moved}
          place={placeOf(moved.id)}
          onClose={() => setMoving(null)}
        />
      )}
    </section>
  );
}

interface ScanProps {
  paper: number;
  page: number;
  place: Place | undefined;
  onShow: () => void;
  onMove: (() => void) | undefined;
}

function Scan({ paper, page, place, onShow, onMove }: ScanProps) {
  const backend = useBackend();
  return (
    <div className="agreement-scan">
      <button type="button" onClick={onShow}>
        <img src={backend.picture(`paper/${paper}?side=300`)} alt={AGREEMENT.signedPage(page)} />
        <small>{place && AGREEMENT.placeOf(COPIES.name[place.original], place.page)}</small>
      </button>
      {onMove && (
        <Button size="small" type="link" onClick={onMove} data-testid={`signed-move-${paper}`}>
          {MOVE.open}
        </Button>
      )}
    </div>
  );
}
