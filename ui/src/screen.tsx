/** Which screen stands at which place. */
import { Acceptance } from './flows/acceptance';
import { Agreements } from './flows/agreements';
import { Agreement } from './flows/agreements/Agreement';
import { Audit } from './flows/audit';
import { Backup } from './flows/backup';
import { Customer } from './flows/customer';
import { FirmProfile } from './flows/firm';
import { Orders } from './flows/orders';
import { Password } from './flows/password';
import { Search } from './flows/search';
import { SettingsScreen } from './flows/settings';
import { Staff } from './flows/staff';
import { Stock } from './flows/stock';
import { Today } from './flows/today';
import type { Route } from './route';

/** The screen at a place; the key makes another order another screen. */
export function Screen({ route }: { route: Route }) {
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
    case 'stock':
      return <Stock state={route.state} text={route.text} />;
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
