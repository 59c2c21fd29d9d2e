/** Which screen stands at which place. */
import type { Permission } from './backend';
import { useDesk } from './desk';
import { Acceptance } from './flows/acceptance';
import { Accounts } from './flows/accounts';
import { Account } from './flows/accounts/Account';
import { Agreements } from './flows/agreements';
import { Agreement } from './flows/agreements/Agreement';
import { Arrears } from './flows/arrears';
import { Audit } from './flows/audit';
import { Backup } from './flows/backup';
import { Customer } from './flows/customer';
import { Disputes } from './flows/disputes';
import { Dispute } from './flows/disputes/Dispute';
import { FirmProfile } from './flows/firm';
import { Orders } from './flows/orders';
import { Password } from './flows/password';
import { Returned } from './flows/returned';
import { Search } from './flows/search';
import { SettingsScreen } from './flows/settings';
import { Staff } from './flows/staff';
import { Stock } from './flows/stock';
import { Tariffs } from './flows/tariffs';
import { Today } from './flows/today';
import { isMonthRoute } from './monthRoute';
import { MonthScreen } from './monthScreen';
import { EmptyState } from './parts/EmptyState';
import type { Route } from './route';
import { ELSEWHERE } from './text';
import { isTextRoute } from './textRoute';
import { TextScreen } from './textScreen';

/** What one must be allowed to do in order to stand somewhere. */
const NEEDS: Partial<Record<Route['at'], Permission>> = {
  orders: 'take_orders',
  acceptance: 'take_orders',
  search: 'take_orders',
  customer: 'take_orders',
  agreements: 'take_orders',
  agreement: 'take_orders',
  returned: 'take_orders',
  stock: 'take_orders',
  tariffs: 'keep_accounts',
  accounts: 'keep_accounts',
  account: 'keep_accounts',
  arrears: 'keep_accounts',
  disputes: 'keep_accounts',
  dispute: 'keep_accounts',
  staff: 'keep_staff',
  firm: 'keep_firm',
  texts: 'take_orders',
  text: 'take_orders',
  'text-compare': 'take_orders',
  audit: 'read_audit',
  backup: 'keep_backups',
  calls: 'keep_accounts',
  quarantine: 'keep_accounts',
  months: 'keep_accounts',
  month: 'keep_accounts',
  summary: 'keep_accounts',
  statement: 'keep_accounts',
  'call-list': 'keep_accounts',
};

/** The screen at a place, for those who may see it. */
export function Screen({ route }: { route: Route }) {
  const { may } = useDesk();
  const needs = NEEDS[route.at];
  if (needs && !may(needs)) {
    return <EmptyState text={ELSEWHERE.text} hint={ELSEWHERE.hint} />;
  }
  return <Open route={route} />;
}

/** The key makes another order another screen. */
function Open({ route }: { route: Route }) {
  if (isMonthRoute(route)) {
    return <MonthScreen route={route} />;
  }
  if (isTextRoute(route)) {
    return <TextScreen route={route} />;
  }
  switch (route.at) {
    case 'today':
      return <Today />;
    case 'orders':
      return <Orders />;
    case 'acceptance':
      return <Acceptance key={route.order} orderId={route.order} />;
    case 'search':
      return <Search text={route.text} />;
    case 'customer':
      return <Customer key={route.id} id={route.id} />;
    case 'agreements':
      return <Agreements state={route.state} />;
    case 'agreement':
      return <Agreement key={route.number} number={route.number} />;
    case 'returned':
      return <Returned />;
    case 'stock':
      return <Stock state={route.state} text={route.text} />;
    case 'tariffs':
      return <Tariffs plan={route.plan} />;
    case 'accounts':
      return <Accounts state={route.state} text={route.text} />;
    case 'account':
      return <Account key={route.account} account={route.account} />;
    case 'arrears':
      return <Arrears />;
    case 'disputes':
      return <Disputes opening={route.opening} />;
    case 'dispute':
      return <Dispute key={route.dispute} dispute={route.dispute} />;
    case 'staff':
      return <Staff />;
    case 'firm':
      return <FirmProfile />;
    case 'settings':
      return <SettingsScreen />;
    case 'audit':
      return <Audit />;
    case 'backup':
      return <Backup />;
    case 'password':
      return <Password />;
  }
}
