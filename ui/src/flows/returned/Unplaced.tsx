/** Pages that could not be filed by themselves, small; a click opens one to be filed. */
import { Button } from 'antd';
import { type ReturnedPage, useBackend } from '../../backend';
import { picturePath } from '../acceptance/papers/picture';
import { UNPLACED, WHY } from './text';

/** The tray; nothing where every page is filed. */
export function Unplaced(props: {
  pages: readonly ReturnedPage[];
  onOpen: (paper: number) => void;
}) {
  const { pages, onOpen } = props;
  const first = pages[0];
  if (!first) {
    return null;
  }
  return (
    <section className="unplaced panel" aria-label={UNPLACED.title} data-testid="returned-unplaced">
      <header>
        <h2>{UNPLACED.title}</h2>
        <span className="unplaced-count figures">{pages.length}</span>
        <small>{UNPLACED.hint}</small>
        <Button
          size="small"
          onClick={() => onOpen(first.paper.id)}
          data-testid="returned-place-begin"
        >
          {UNPLACED.begin}
        </Button>
      </header>
      <ul>
        {pages.map((page) => (
          <li key={page.paper.id}>
            <Small page={page} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Small({ page, onOpen }: { page: ReturnedPage; onOpen: (paper: number) => void }) {
  const backend = useBackend();
  const { paper, why } = page;
  const name = UNPLACED.name(paper.file_name, paper.page, paper.pages);
  return (
    <button
      type="button"
      title={`${name}\n${why ? WHY[why] : ''}`}
      onClick={() => onOpen(paper.id)}
      data-testid={`returned-unplaced-${paper.id}`}
    >
      <img
        src={backend.picture(picturePath(paper, 320))}
        alt={name}
        loading="lazy"
        draggable={false}
      />
      <span className="unplaced-name unplaced-why">{why && WHY[why]}</span>
      <span className="unplaced-name unplaced-small">{name}</span>
    </button>
  );
}
