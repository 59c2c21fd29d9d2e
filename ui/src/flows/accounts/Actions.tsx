/** What can be done with an account, by its state and by who is here. */
import { DownOutlined, PayCircleOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { AccountView, LedgerLine, NoticeKind } from '../../backend';
import { useDesk } from '../../desk';
import { KeyHint } from '../../parts/KeyHint';
import { ENTRY_KIND, NOTICE_KIND } from '../../text';
import { ACTIONS, BY_HAND, type ByHand } from './text';

/** A dialog over an account. */
export type Deed =
  | { what: 'pay' | 'suspend' | 'resume' | 'terms' | 'close' | 'end' }
  | { what: 'entry'; kind: ByHand }
  | { what: 'reverse'; entry: LedgerLine };

/** What the buttons need. */
export interface ActionsProps {
  view: AccountView;
  saving: boolean;
  onDeed: (deed: Deed) => void;
  onNotice: (kind: NoticeKind) => void;
}

/** Notices that have something to tell. */
export function noticesOf(view: AccountView): NoticeKind[] {
  const { state } = view.line;
  switch (state) {
    case 'suspended':
      return ['arrears', 'suspension', 'termination'];
    case 'closing':
    case 'closed':
      return view.suspensions[0]?.until === null ? ['closing', 'termination'] : ['closing'];
    case 'open':
      return view.suspensions.length > 0 ? ['arrears', 'resumption'] : ['arrears'];
  }
}

/** The buttons at the head. */
export function Actions({ view, saving, onDeed, onNotice }: ActionsProps) {
  const { state } = view.line;
  const live = state === 'open' || state === 'suspended';
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: noticesOf(view).map((kind) => item(kind, NOTICE_KIND[kind], `notice-${kind}`)),
          onClick: ({ key }) => onNotice(key as NoticeKind),
        }}
      >
        <Button loading={saving} data-testid="account-notices">
          {ACTIONS.notices}
          <DownOutlined />
        </Button>
      </Dropdown>
      {live && <MoreMenu onDeed={onDeed} />}
      {live && (
        <Button
          onClick={() => onDeed({ what: state === 'open' ? 'suspend' : 'resume' })}
          data-testid={state === 'open' ? 'account-suspend' : 'account-resume'}
        >
          {state === 'open' ? ACTIONS.suspend : ACTIONS.resume}
        </Button>
      )}
      {state !== 'closed' && <AdjustMenu onDeed={onDeed} />}
      {state !== 'closed' && (
        <Button
          type="primary"
          icon={<PayCircleOutlined />}
          onClick={() => onDeed({ what: 'pay' })}
          data-testid="account-pay"
        >
          {ACTIONS.pay}
          <KeyHint keys="F4" />
        </Button>
      )}
    </>
  );
}

function AdjustMenu({ onDeed }: { onDeed: (deed: Deed) => void }) {
  const { may } = useDesk();
  const kinds = (Object.keys(BY_HAND) as ByHand[]).filter(
    (kind) => kind !== 'forfeiture' || may('override'),
  );
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: kinds.map((kind) => item(kind, ENTRY_KIND[kind], `entry-${kind}`)),
        onClick: ({ key }) => onDeed({ what: 'entry', kind: key as ByHand }),
      }}
    >
      <Button data-testid="account-adjust">
        {ACTIONS.adjust}
        <DownOutlined />
      </Button>
    </Dropdown>
  );
}

function MoreMenu({ onDeed }: { onDeed: (deed: Deed) => void }) {
  const { may } = useDesk();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...(may('keep_prices') ? [item('terms', ACTIONS.terms, 'account-terms')] : []),
          item('close', ACTIONS.close, 'account-close'),
        ],
        onClick: ({ key }) => onDeed({ what: key as 'terms' | 'close' }),
      }}
    >
      <Button data-testid="account-more">
        {ACTIONS.more}
        <DownOutlined />
      </Button>
    </Dropdown>
  );
}

function item(key: string, word: string, testId: string) {
  return { key, label: <span data-testid={testId}>{word}</span> };
}
