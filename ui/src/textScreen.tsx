/** Which screen stands at which place of the agreement's text. */
import { Texts } from './flows/texts';
import { Compare } from './flows/texts/Compare';
import { Edition } from './flows/texts/Edition';
import type { TextRoute } from './textRoute';

/** The screen at such a place; the key makes another edition another screen. */
export function TextScreen({ route }: { route: TextRoute }) {
  switch (route.at) {
    case 'texts':
      return <Texts />;
    case 'text':
      return <Edition key={route.id} id={route.id} />;
    case 'text-compare':
      return <Compare old={route.old} fresh={route.new} />;
  }
}
