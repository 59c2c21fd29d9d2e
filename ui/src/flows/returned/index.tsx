/** Signed pages on their way back: taken in, looked at, filed, confirmed. */
import { SearchOutlined } from '@ant-design/icons';
import { Input, Segmented } from 'antd';
import { useState } from 'react';
import { type ReturnedDesk, useCommand } from '../../backend';
import { EmptyState } from '../../parts/EmptyState';
import { FailureNote } from '../../parts/FailureNote';
import { PageHead } from '../../parts/PageHead';
import { Uploads } from '../acceptance/papers/Uploads';
import { Bring } from './Bring';
import { ConfirmSign } from './ConfirmSign';
import { LookingBar } from './LookingBar';
import { PlaceDialog } from './PlaceDialog';
import { RETURNED } from './text';
import { Unplaced } from './Unplaced';
import { useBring } from './useBring';
import { useLooking } from './useLooking';
import { WaitingTable } from './WaitingTable';
import { type Which, waitingCounts, waitingFor } from './waiting';
import './returned.css';

/** The screen. */
export function Returned() {
  const [which, setWhich] = useState<Which>('all');
  const [text, setText] = useState('');
  const shown = useCommand('returned_show', null);
  const looking = useLooking(shown.data?.unseen);
  const bring = useBring();
  const { goOn } = looking;
  return (
    <div className="returned">
      <PageHead
        title={RETURNED.title}
        aside={<Whiches desk={shown.data} {...{ which, setWhich }} />}
      >
        <Input
          className="returned-filter"
          prefix={<SearchOutlined />}
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={RETURNED.filter}
          allowClear
          maxLength={100}
          data-testid="returned-filter"
        />
      </PageHead>
      <Bring
        onFiles={(files, arrival) => {
          bring.add(files, arrival);
          // What is brought after a stop is meant to be looked at.
          goOn();
        }}
        onScanned={goOn}
      />
      <Uploads uploads={bring.uploads} onDismiss={bring.dismiss} />
      <LookingBar looking={looking} />
      <FailureNote failure={shown.error} onRetry={() => void shown.refetch()} />
      {(shown.data || shown.isPending) && (
        <Desk desk={shown.data} loading={shown.isPending} which={which} text={text} />
      )}
    </div>
  );
}

function Whiches(props: {
  desk: ReturnedDesk | undefined;
  which: Which;
  setWhich: (which: Which) => void;
}) {
  const counts = waitingCounts(props.desk?.waiting ?? []);
  return (
    <>
      <Segmented<Which>
        value={props.which}
        onChange={props.setWhich}
        options={(['all', 'overdue', 'enough'] as const).map((value) => ({
          value,
          label: props.desk ? `${RETURNED[value]} ${counts[value]}` : RETURNED[value],
        }))}
      />
      {props.desk && <small>{RETURNED.patience(props.desk.patience_days)}</small>}
    </>
  );
}

interface DeskProps {
  desk: ReturnedDesk | undefined;
  loading: boolean;
  which: Which;
  text: string;
}

/** What waits for a person, then what waits for paper. */
function Desk({ desk, loading, which, text }: DeskProps) {
  const [placing, setPlacing] = useState<number | null>(null);
  const [confirming, setConfirming] = useState<string | null>(null);
  const filtered = which !== 'all' || text.trim() !== '';
  return (
    <>
      <Unplaced pages={desk?.unplaced ?? []} onOpen={setPlacing} />
      <div className="panel">
        <WaitingTable
          rows={desk && waitingFor(desk.waiting, which, text)}
          loading={loading}
          onConfirm={setConfirming}
          empty={
            filtered ? (
              <EmptyState text={RETURNED.emptyFilter} />
            ) : (
              <EmptyState text={RETURNED.empty} hint={RETURNED.emptyHint} />
            )
          }
        />
      </div>
      {desk && placing !== null && (
        <PlaceDialog desk={desk} first={placing} onClose={() => setPlacing(null)} />
      )}
      {confirming && <ConfirmSign number={confirming} onClose={() => setConfirming(null)} />}
    </>
  );
}
