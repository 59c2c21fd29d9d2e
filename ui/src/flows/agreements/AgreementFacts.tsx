/** What is known of an agreement beside its pages. */
import type { AgreementView } from '../../backend';
import { Facts } from '../../parts/Facts';
import { StateTag } from '../../parts/StateTag';
import { formatRoute } from '../../route';
import { AGREEMENT, AGREEMENTS, BUSINESS } from '../../text';
import { SignedPapers } from './SignedPapers';

/** The panels at the right. */
export function AgreementFacts({ agreement }: { agreement: AgreementView }) {
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
          [AGREEMENT.sha256, <Checksum key="sha256" sha256={agreement.sha256} />],
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
      <SignedPapers papers={agreement.signed_papers} />
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

function Checksum({ sha256 }: { sha256: string }) {
  return (
    <code className="agreement-sha" title={sha256} data-testid="agreement-sha256">
      {sha256}
    </code>
  );
}
