/** The places of the agreement's text: its editions, one of them, two side by side. */

/** Such a place. An edition's number is 0 for the one that comes with the program. */
export type TextRoute =
  | { at: 'texts' }
  | { at: 'text'; id: number }
  | { at: 'text-compare'; old: number; new: number };

const PLACES: readonly string[] = ['texts', 'text', 'text-compare'] satisfies TextRoute['at'][];

/** Whether a place is one of these. */
export function isTextRoute(route: { at: string }): route is TextRoute {
  return PLACES.includes(route.at);
}

/** The place as it stands in the address. */
export function formatTextRoute(route: TextRoute): string {
  switch (route.at) {
    case 'texts':
      return '#/texts';
    case 'text':
      return `#/text/${route.id}`;
    case 'text-compare':
      return `#/texts/compare/${route.old}/${route.new}`;
  }
}

/** The place an address names; nothing where it names none of these. */
export function parseTextRoute(hash: string): TextRoute | null {
  const [at, first, second, third] = hash.replace(/^#?\/?/, '').split('/');
  if (at === 'text') {
    const id = edition(first);
    return id === null ? { at: 'texts' } : { at, id };
  }
  if (at !== 'texts') {
    return null;
  }
  const [old, fresh] = [edition(second), edition(third)];
  return first === 'compare' && old !== null && fresh !== null
    ? { at: 'text-compare', old, new: fresh }
    : { at };
}

function edition(text: string | undefined): number | null {
  return text && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
