/** What can be done with an agreement, by its state and by who is here. */
import {
  DownloadOutlined,
  DownOutlined,
  EditOutlined,
  FolderOutlined,
  HighlightOutlined,
  IdcardOutlined,
  PrinterOutlined,
  StopOutlined,
} from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { AgreementView, Business } from '../../backend';
import { useDesk } from '../../desk';
import { AGREEMENT, BUSINESS } from '../../text';

/** A dialog of this screen. */
export type Dialog = 'print' | 'sign' | 'screen-sign' | 'pack' | 'void';

/** What may follow an agreement that is in force. */
const FOLLOWING: readonly Business[] = [
  'change',
  'supplement',
  'renewal',
  'transfer',
  'suspension',
  'resumption',
  'closing',
];

/** What the buttons need. */
export interface ActionsProps {
  agreement: AgreementView;
  saving: boolean;
  onDialog: (dialog: Dialog) => void;
  onSave: () => void;
  /** Writes the customer's papers under their purpose; who may not see them has no button. */
  onPapers: () => void;
}

/** The buttons at the head. */
export function Actions(props: ActionsProps) {
  const { agreement, onDialog } = props;
  const { may } = useDesk();
  const { number, state } = agreement.line;
  const waits = state === 'printed';
  const follows = (state === 'in_force' || state === 'signed') && may('take_orders');
  return (
    <>
      {follows && <Follow number={number} />}
      {may('void_agreement') && (waits || state === 'signed') && (
        <Button
          icon={<StopOutlined />}
          onClick={() => onDialog('void')}
          data-testid="agreement-void"
        >
          {AGREEMENT.void}
        </Button>
      )}
      <Files {...props} />
      <Button
        icon={<PrinterOutlined />}
        type={waits ? 'default' : 'primary'}
        onClick={() => onDialog('print')}
        data-testid="agreement-print"
      >
        {AGREEMENT.print}
      </Button>
      {waits && may('take_orders') && <Signing onDialog={onDialog} />}
    </>
  );
}

/** Begins an acceptance that cites this agreement. */
function Follow({ number }: { number: string }) {
  const { newOrder } = useDesk();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: FOLLOWING.map((business) => ({
          key: business,
          label: <span data-testid={`follow-${business}`}>{BUSINESS[business]}</span>,
        })),
        onClick: ({ key }) => newOrder({ business: key as Business, cites: number }),
      }}
    >
      <Button data-testid="agreement-follow">
        {AGREEMENT.follow}
        <DownOutlined />
      </Button>
    </Dropdown>
  );
}

/** What can be written into the export folder. */
function Files({ agreement, saving, onDialog, onSave, onPapers }: ActionsProps) {
  const { may } = useDesk();
  const mayPack = may('view_papers') && agreement.line.state !== 'void';
  return (
    <>
      <Button
        icon={<DownloadOutlined />}
        loading={saving}
        onClick={onSave}
        data-testid="agreement-save"
      >
        {AGREEMENT.save}
      </Button>
      {may('view_papers') && (
        <Button
          icon={<IdcardOutlined />}
          loading={saving}
          title={AGREEMENT.papersHint}
          onClick={onPapers}
          data-testid="agreement-papers"
        >
          {AGREEMENT.papers}
        </Button>
      )}
      {mayPack && (
        <Button
          icon={<FolderOutlined />}
          title={AGREEMENT.packHint}
          onClick={() => onDialog('pack')}
          data-testid="agreement-pack"
        >
          {AGREEMENT.pack}
        </Button>
      )}
    </>
  );
}

/** The two ways to sign: on the screen, and on paper that comes back. */
function Signing({ onDialog }: { onDialog: (dialog: Dialog) => void }) {
  return (
    <>
      <Button
        icon={<HighlightOutlined />}
        onClick={() => onDialog('screen-sign')}
        data-testid="sign-on-screen"
      >
        {AGREEMENT.signOnScreen}
      </Button>
      <Button
        type="primary"
        icon={<EditOutlined />}
        onClick={() => onDialog('sign')}
        data-testid="agreement-sign"
      >
        {AGREEMENT.sign}
      </Button>
    </>
  );
}
