/** The frame around every screen behind the sign-in: rail, search, who is here. */
import {
  AccountBookOutlined,
  AlertOutlined,
  AuditOutlined,
  BankOutlined,
  CalendarOutlined,
  DatabaseOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  FormOutlined,
  HomeOutlined,
  InboxOutlined,
  LockOutlined,
  NumberOutlined,
  PhoneOutlined,
  QuestionCircleOutlined,
  SettingOutlined,
  TagsOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { type Permission, type SessionView, useIsAsking } from '../backend';
import { formatRoute, go, type Route } from '../route';
import { FRAME, ROLE } from '../text';
import { KeyHint } from './KeyHint';
import { useNarrow } from './useNarrow';
import './Frame.css';

interface Entry {
  name: string;
  word: string;
  icon: ReactNode;
  route: Route;
  /** Other places that belong to it. */
  also?: readonly Route['at'][];
  needs?: Permission;
}

const DAILY: readonly Entry[] = [
  { name: 'today', word: FRAME.today, icon: <HomeOutlined />, route: { at: 'today' } },
  {
    name: 'acceptance',
    word: FRAME.orders,
    icon: <FormOutlined />,
    route: { at: 'orders' },
    also: ['acceptance'],
    needs: 'take_orders',
  },
  {
    name: 'search',
    word: FRAME.search,
    icon: <UserOutlined />,
    route: { at: 'search', text: '' },
    also: ['customer'],
    needs: 'take_orders',
  },
  {
    name: 'agreements',
    word: FRAME.agreements,
    icon: <FileDoneOutlined />,
    route: { at: 'agreements', state: null },
    also: ['agreement'],
    needs: 'take_orders',
  },
  {
    name: 'returned',
    word: FRAME.returned,
    icon: <InboxOutlined />,
    route: { at: 'returned' },
    needs: 'take_orders',
  },
  {
    name: 'stock',
    word: FRAME.stock,
    icon: <NumberOutlined />,
    route: { at: 'stock', state: null, text: '' },
    needs: 'take_orders',
  },
];

const ACCOUNTS: readonly Entry[] = [
  {
    name: 'calls',
    word: FRAME.calls,
    icon: <PhoneOutlined />,
    route: { at: 'calls' },
    also: ['quarantine'],
    needs: 'keep_accounts',
  },
  {
    name: 'months',
    word: FRAME.months,
    icon: <CalendarOutlined />,
    route: { at: 'months' },
    also: ['month', 'summary', 'statement', 'call-list'],
    needs: 'keep_accounts',
  },
  {
    name: 'accounts',
    word: FRAME.accounts,
    icon: <AccountBookOutlined />,
    route: { at: 'accounts', state: null, text: '' },
    also: ['account'],
    needs: 'keep_accounts',
  },
  {
    name: 'arrears',
    word: FRAME.arrears,
    icon: <AlertOutlined />,
    route: { at: 'arrears' },
    needs: 'keep_accounts',
  },
  {
    name: 'disputes',
    word: FRAME.disputes,
    icon: <QuestionCircleOutlined />,
    route: { at: 'disputes', opening: null },
    also: ['dispute'],
    needs: 'keep_accounts',
  },
  {
    name: 'tariffs',
    word: FRAME.tariffs,
    icon: <TagsOutlined />,
    route: { at: 'tariffs', plan: '' },
    needs: 'keep_accounts',
  },
];

const MANAGED: readonly Entry[] = [
  {
    name: 'staff',
    word: FRAME.staff,
    icon: <TeamOutlined />,
    route: { at: 'staff' },
    needs: 'keep_staff',
  },
  {
    name: 'firm',
    word: FRAME.firm,
    icon: <BankOutlined />,
    route: { at: 'firm' },
    needs: 'keep_firm',
  },
  {
    name: 'texts',
    word: FRAME.texts,
    icon: <FileTextOutlined />,
    route: { at: 'texts' },
    also: ['text', 'text-compare'],
    needs: 'keep_firm',
  },
  { name: 'settings', word: FRAME.settings, icon: <SettingOutlined />, route: { at: 'settings' } },
  {
    name: 'audit',
    word: FRAME.audit,
    icon: <AuditOutlined />,
    route: { at: 'audit' },
    needs: 'read_audit',
  },
  {
    name: 'backup',
    word: FRAME.backup,
    icon: <DatabaseOutlined />,
    route: { at: 'backup' },
    needs: 'keep_backups',
  },
];

/** What the frame holds. */
export interface FrameProps {
  session: SessionView;
  route: Route;
  /** The search box. */
  search: ReactNode;
  children: ReactNode;
  onLock: () => void;
}

/** Rail, top and screen. */
export function Frame({ session, route, search, children, onLock }: FrameProps) {
  const open = (entry: Entry) => !entry.needs || session.permissions.includes(entry.needs);
  return (
    <div className="frame">
      <nav className="rail" aria-label={FRAME.title}>
        <div className="rail-title">
          {FRAME.mark}
          <span>{FRAME.titleRest}</span>
        </div>
        <RailList entries={DAILY.filter(open)} at={route.at} />
        <RailGroup word={FRAME.monthly} entries={ACCOUNTS.filter(open)} at={route.at} />
        <RailGroup word={FRAME.manage} entries={MANAGED.filter(open)} at={route.at} />
      </nav>
      <div className="top">
        <div className="top-search">{search}</div>
        <div className="top-who">
          <span className="top-firm" title={session.firm_name}>
            {session.firm_name}
          </span>
          <Button
            type="text"
            onClick={() => go({ at: 'password' })}
            title={FRAME.password}
            data-testid="nav-password"
          >
            {session.name}
            <span className="top-role">{ROLE[session.role]}</span>
          </Button>
          <Button icon={<LockOutlined />} onClick={onLock} data-testid="lock">
            {FRAME.lock}
            <KeyHint keys="Ctrl+L" />
          </Button>
        </div>
      </div>
      <Screen at={route.at}>{children}</Screen>
    </div>
  );
}

/** What the frame is around; says whether all that it shows is as the desk has it. */
function Screen({ at, children }: { at: Route['at']; children: ReactNode }) {
  const asking = useIsAsking();
  return (
    <main className="screen" aria-busy={asking} data-testid={`screen-${at}`}>
      {children}
    </main>
  );
}

/** Entries under a word; nothing where there is none for the one who is here. */
function RailGroup(props: { word: string; entries: readonly Entry[]; at: Route['at'] }) {
  return (
    props.entries.length > 0 && (
      <>
        <div className="rail-group">
          <span>{props.word}</span>
        </div>
        <RailList entries={props.entries} at={props.at} />
      </>
    )
  );
}

function RailList({ entries, at }: { entries: readonly Entry[]; at: Route['at'] }) {
  const narrow = useNarrow();
  return (
    <ul>
      {entries.map((entry) => {
        const here = entry.route.at === at || (entry.also?.includes(at) ?? false);
        return (
          <li key={entry.name}>
            {/* Wide enough, the word itself stands there and needs no other. */}
            <Tooltip title={narrow && entry.word} placement="right" trigger={['hover', 'focus']}>
              <a
                className="rail-entry"
                href={formatRoute(entry.route)}
                aria-current={here ? 'page' : undefined}
                data-testid={`nav-${entry.name}`}
              >
                {entry.icon}
                <span>{entry.word}</span>
              </a>
            </Tooltip>
          </li>
        );
      })}
    </ul>
  );
}
