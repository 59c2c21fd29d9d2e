/** Scans of the signed paper, small; a click shows one large. */
import { useState } from 'react';
import { type PaperView, useBackend, useCommand } from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { PagePictures } from '../../parts/PagePictures';
import { AGREEMENT, COPIES } from '../../text';

/** Which page of which original a scan is, where that is known. */
function usePlaces(number: string, enabled: boolean): (paper: number) => string | undefined {
  const filed = useCommand('returned_copies', { number }, { enabled });
  return (id) => {
    const place = filed.data?.pages.find(({ paper }) => paper.id === id)?.place;
    return place ? AGREEMENT.placeOf(COPIES.name[place.original], place.page) : undefined;
  };
}

/** The signed scans of an agreement. */
export function SignedPapers(props: { number: string; papers: readonly PaperView[] }) {
  const { number, papers } = props;
  const backend = useBackend();
  const placeOf = usePlaces(number, papers.length > 0);
  const [shown, setShown] = useState(false);
  return (
    <section className="facts panel" data-testid="agreement-signed-papers">
      <h2>{AGREEMENT.signed}</h2>
      {papers.length === 0 && <p className="agreement-none">{AGREEMENT.noSigned}</p>}
      <div className="agreement-scans">
        {papers.map((paper, index) => (
          <button key={paper.id} type="button" onClick={() => setShown(true)}>
            <img
              src={backend.picture(`paper/${paper.id}?side=300`)}
              alt={AGREEMENT.signedPage(index + 1)}
            />
            <small>{placeOf(paper.id)}</small>
          </button>
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
    </section>
  );
}
