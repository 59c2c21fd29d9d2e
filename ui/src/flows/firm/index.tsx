/** The firm's own profile, as later agreements will show it. */
import { App, Button } from 'antd';
import { useState } from 'react';
import { type Firm, useAct, useCommand } from '../../backend';
import { FailureNote } from '../../parts/FailureNote';
import { FirmFields, isFirmWhole } from '../../parts/FirmFields';
import { PageHead } from '../../parts/PageHead';
import { COMMON, FIRM } from '../../text';
import './firm.css';
import { Marks } from './Marks';

/** The screen. */
export function FirmProfile() {
  const firm = useCommand('firm_show', null);
  return (
    <>
      <PageHead title={FIRM.title} />
      <FailureNote failure={firm.error} onRetry={() => void firm.refetch()} />
      {firm.data && (
        <div className="firm">
          <FirmForm stored={firm.data} />
          <Marks />
        </div>
      )}
    </>
  );
}

function FirmForm({ stored }: { stored: Firm }) {
  const { message } = App.useApp();
  const [firm, setFirm] = useState(stored);
  const save = useAct('firm_save');
  const changed = JSON.stringify(firm) !== JSON.stringify(stored);
  const ready = changed && isFirmWhole(firm);
  return (
    <form
      className="firm-form panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !save.isPending) {
          save.mutate(firm, {
            onSuccess: (answer) => {
              setFirm(answer);
              void message.success(FIRM.saved);
            },
          });
        }
      }}
    >
      <p>{FIRM.lead}</p>
      <FirmFields firm={firm} onChange={setFirm} failure={save.error} />
      <FailureNote failure={save.error} />
      <div className="firm-foot">
        <Button
          type="primary"
          htmlType="submit"
          loading={save.isPending}
          disabled={!ready}
          data-testid="firm-save"
        >
          {COMMON.save}
        </Button>
      </div>
    </form>
  );
}
