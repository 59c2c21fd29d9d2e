/** Scans of the signed paper, small; a click shows one large. */
import { useState } from 'react';
import { type PaperView, useBackend } from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { PagePictures } from '../../parts/PagePictures';
import { AGREEMENT } from '../../text';

/** The signed scans of an agreement. */
export function SignedPapers({ papers }: { papers: readonly PaperView[] }) {
  const backend = useBackend();
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
