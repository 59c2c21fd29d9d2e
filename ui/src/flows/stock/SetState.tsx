/** Changes a number's state by hand, with a reason. */
import { App, Radio } from 'antd';
import { useState } from 'react';
import { type NumberLine, type NumberState, useAct } from '../../backend';
import { ConfirmReason } from '../../parts/ConfirmReason';
import { NUMBER_STATE, STOCK } from '../../text';

/** States that may be set by hand; the others follow the agreement. */
const BY_HAND: readonly NumberState[] = ['free', 'closed', 'returned'];

/** The dialog. */
export function SetState({ line, onClose }: { line: NumberLine; onClose: () => void }) {
  const { message } = App.useApp();
  const choices = BY_HAND.filter((state) => state !== line.state);
  const [state, setState] = useState<NumberState>(choices[0] ?? 'free');
  const change = useAct('number_set_state');
  return (
    <ConfirmReason
      open
      title={STOCK.changeTitle(line.shown)}
      busy={change.isPending}
      failure={change.error}
      onClose={onClose}
      onConfirm={(reason) =>
        change.mutate(
          { number: line.number, state, reason },
          {
            onSuccess: () => {
              void message.success(STOCK.changed);
              onClose();
            },
          },
        )
      }
      testId="number-state"
    >
      <Radio.Group
        aria-label={STOCK.to}
        value={state}
        onChange={(event) => setState(event.target.value)}
        options={choices.map((value) => ({
          value,
          label: <span data-testid={`number-state-${value}`}>{NUMBER_STATE[value]}</span>,
        }))}
      />
    </ConfirmReason>
  );
}
