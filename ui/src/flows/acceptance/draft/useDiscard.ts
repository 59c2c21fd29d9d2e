import { App } from 'antd';
import { toFailure, useAct } from '../../../backend';
import { explain } from '../../../errors';
import { go } from '../../../route';
import { ACTION } from '../text';
import type { Draft } from './draft';

/** Gives the order up once the person has said so again. */
export function useDiscard(draft: Draft): () => void {
  const { modal, message } = App.useApp();
  const discard = useAct('order_discard').mutateAsync;
  return () =>
    void modal.confirm({
      title: ACTION.discardTitle,
      content: ACTION.discardText,
      okText: ACTION.discard,
      cancelText: ACTION.discardKeep,
      okButtonProps: { danger: true, 'data-testid': 'discard-confirm' },
      focusable: { autoFocusButton: 'cancel' },
      onOk: async () => {
        try {
          // What is still on its way would bring the order back.
          await draft.flush();
          await discard({ id: draft.id });
          go({ at: 'orders' });
        } catch (refusal) {
          void message.error(explain(toFailure(refusal)));
        }
      },
    });
}
