/** What is known of an agreement beside its pages. */
import { Button } from 'antd';
import type { AgreementView } from '../../backend';
import { BothCopies } from '../../parts/CopyPages';
import { Facts } from '../../parts/Facts';
import { StateTag } from '../../parts/StateTag';
import { formatRoute } from '../../route';
import { AGREEMENT, AGREEMENTS, BUSINESS } from '../../text';
import { SignedPapers } from './SignedPapers';

/** What the panels need. */
export interface AgreementFactsProps {
  agreement: AgreementView;
  verifying: boolean;
  /** The archived file is to be checked. */
  onVerify: () => void;
}

/** The panels at the right. */
export function AgreementFacts({ agreement, verifying, onVerify }: AgreementFactsProps) {
  const { line } = agreement;
  return (
    <aside className="agreement-facts">
      <Facts
        title={AGREEMENT.facts}
        facts={[
          [AGREEMENTS.company, line.company],
          [AGREEMENTS.number400, line.number_400],
          [AGREEMENTS.business, BUSINESS[line.business]],
          [AGREEMENTS.printedAt, line.printed_at],
          [AGREEMENTS.printedBy, line.printed_by],
          [AGREEMENTS.signedOn, line.signed_on],
          [AGREEMENT.pagesName, AGREEMENT.copies(agreement.pages_per_copy)],
          [AGREEMENT.edition, agreement.edition],
          [AGREEMENT.override, agreement.override_reason],
          [AGREEMENT.voidReason, agreement.void_reason],
          [AGREEMENT.cites, agreement.cites && <Cited number={agreement.cites} />],
          [
            AGREEMENT.order,
            <a key="order" href={formatRoute({ at: 'acceptance', order: agreement.order })}>
              {AGREEMENT.openOrder}
            </a>,
          ],
          [
            AGREEMENT.sha256,
            <Checksum
              key="sha256"
              sha256={agreement.sha256}
              verifying={verifying}
              onVerify={onVerify}
            />,
          ],
        ]}
      />
      {agreement.cited_by.length > 0 && (
        <section className="facts panel" data-testid="agreement-cited-by">
          <h2>{AGREEMENT.citedBy}</h2>
          <ul className="agreement-followers">
            {agreement.cited_by.map((follower) => (
              <li key={follower.number}>
                <Cited number={follower.number} />
                <span>{BUSINESS[follower.business]}</span>
                <StateTag of="agreement" state={follower.state} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Returned agreement={agreement} />
      <SignedPapers agreement={agreement} />
    </aside>
  );
}

function Cited({ number }: { number: string }) {
  return (
    <a className="figures" href={formatRoute({ at: 'agreement', number })}>
      {number}
    </a>
  );
}

/** What is back of the two originals, and what was signed on the screen. */
function Returned({ agreement: { copies, on_screen } }: { agreement: AgreementView }) {
  return (
    <section className="facts panel agreement-returned" data-testid="agreement-returned">
      <h2>{AGREEMENT.returned}</h2>
      {on_screen.map(({ signer, at }) => (
        <p key={at} className="figures">
          {AGREEMENT.onScreen(signer, at)}
        </p>
      ))}
      <BothCopies copies={copies} />
    </section>
  );
}

function Checksum(props: { sha256: string; verifying: boolean; onVerify: () => void }) {
  return (
    <span className="agreement-check">
      <code className="agreement-sha" title={props.sha256} data-testid="agreement-sha256">
        {props.sha256}
      </code>
      <Button
        size="small"
        loading={props.verifying}
        title={AGREEMENT.verifyHint}
        onClick={props.onVerify}
        data-testid="agreement-verify"
      >
        {AGREEMENT.verify}
      </Button>
    </span>
  );
}
