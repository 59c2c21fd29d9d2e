/** Starting an acceptance: which business, for whom, and what it refers to. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { answerKey, type Business, useAct } from '../../backend';
import type { NewOrderStart } from '../../desk';
import { Dialog } from '../../parts/Dialog';
import { FailureNote } from '../../parts/FailureNote';
import { go } from '../../route';
import { COMMON, NEW_ORDER } from '../../text';
import { CitesPick } from './CitesPick';
import { CustomerPick, type Known } from './CustomerPick';
import { KindPick } from './KindPick';
import './new-order.css';

/** What the dialog begins with. */
export interface NewOrderProps {
  start: NewOrderStart;
  onClose: () => void;
}

/** The dialog behind F2. */
export function NewOrder({ start, onClose }: NewOrderProps) {
  const client = useQueryClient();
  const begin = useAct('order_new');
  const [business, setBusiness] = useState<Business>(
    start.business ?? (start.cites === undefined ? 'new' : 'change'),
  );
  const [customer, setCustomer] = useState<Known | null>(start.customer ?? null);
  const [cites, setCites] = useState<string | null>(start.cites ?? null);
  const [owner, setOwner] = useState<Known | null>(null);
  const refers = business !== 'new';
  const moves = business === 'transfer';
  const ready = !refers || cites !== null;
  const submit = (known: Known | null = customer) => {
    if (!ready || begin.isPending) {
      return;
    }
    begin.mutate(
      {
        business,
        // Whose agreement it is, the agreement knows; who takes it over, it does not.
        customer: (moves ? owner : refers ? null : known)?.id ?? null,
        cites: refers ? cites : null,
      },
      {
        onSuccess: (order) => {
          client.setQueryData(answerKey('order_show', { id: order.id }), order);
          onClose();
          go({ at: 'acceptance', order: order.id });
        },
      },
    );
  };
  return (
    <Dialog title={NEW_ORDER.title} width={860} onClose={onClose} testId="new-order-dialog">
      <div className="new-order" data-cites={start.cites}>
        <div className="new-order-body">
          <KindPick business={business} refers={start.cites !== undefined} onPick={setBusiness} />
          {refers ? (
            <div className="new-order-pick">
              <CitesPick
                fixed={start.cites}
                customer={start.customer ?? null}
                cites={cites}
                onPick={setCites}
                onEnter={() => submit()}
              />
              {moves && (
                <CustomerPick customer={owner} onPick={setOwner} onEnter={() => submit()} isOwner />
              )}
            </div>
          ) : (
            <CustomerPick customer={customer} onPick={setCustomer} onEnter={submit} />
          )}
        </div>
        <FailureNote failure={begin.error} />
        <div className="new-order-foot">
          <span className="new-order-keys">{start.cites === undefined && NEW_ORDER.keys}</span>
          <Button onClick={onClose}>{COMMON.cancel}</Button>
          <Button
            type="primary"
            loading={begin.isPending}
            disabled={!ready}
            onClick={() => submit()}
            data-testid="new-order-start"
          >
            {NEW_ORDER.start}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
