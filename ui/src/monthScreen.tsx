/** Which screen stands at which place of the accounts staff's month. */
import { Calls } from './flows/calls';
import { Months } from './flows/months';
import { Sheet } from './flows/months/Sheet';
import { Summary } from './flows/months/Summary';
import { Quarantine } from './flows/quarantine';
import { Statement } from './flows/statement';
import { CallList } from './flows/statement/CallList';
import type { MonthRoute } from './monthRoute';

/** The screen at such a place; the key makes another month another screen. */
export function MonthScreen({ route }: { route: MonthRoute }) {
  switch (route.at) {
    case 'calls':
      return <Calls />;
    case 'quarantine':
      return <Quarantine key={route.file} file={route.file} />;
    case 'months':
      return <Months />;
    case 'month':
      return <Sheet key={route.month} month={route.month} />;
    case 'summary':
      return <Summary key={route.month} month={route.month} />;
    case 'statement':
      return <Statement key={`${route.customer} ${route.month}`} place={route} />;
    case 'call-list':
      return <CallList key={`${route.account} ${route.month}`} place={route} />;
  }
}
