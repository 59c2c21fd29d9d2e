import { CheckCircleFilled, CloseCircleFilled, PlusOutlined } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { type Finding, type PaperKind, type PaperView, useBackend } from '../../../backend';
import { sentence } from '../../../errors';
import { PAPER_KIND } from '../../../text';
import { useDraftState } from '../draft/hooks';
import type { PaperStanding } from '../reading/readingQueue';
import { useReadings } from '../reading/readings';
import { PAPER_SHORT, PAPERS } from '../text';
import { paperFindings, wantedPapers } from './missing';
import { picturePath } from './picture';
import styles from './strip.module.css';

/** The papers as small pictures, and what is still missing as empty frames. */
export function Strip(props: {
  chosen: number | undefined;
  onChoose: (id: number) => void;
  /** The person wants to bring a paper that is missing. */
  onBring: (kind: PaperKind) => void;
}) {
  const papers = useDraftState((state) => state.papers);
  const problems = useDraftState((state) => state.problems);
  const findings = paperFindings(problems);
  return (
    <div
      className={styles.strip}
      role="listbox"
      aria-label={PAPERS.strip}
      data-field="papers"
      data-testid="papers"
    >
      {papers.map((paper) => (
        <Thumbnail
          key={paper.id}
          paper={paper}
          chosen={paper.id === props.chosen}
          finding={findings.get(paper.kind)?.[0]}
          onChoose={props.onChoose}
        />
      ))}
      {wantedPapers(problems, papers).map(({ kind, advised }) => (
        <button
          key={kind}
          type="button"
          className={styles.ghost}
          data-advised={advised}
          data-wanted={kind}
          title={told(findings.get(kind)?.[0])}
          onClick={() => props.onBring(kind)}
          data-testid={`field-papers.${kind}`}
          data-field={`papers.${kind}`}
        >
          <PlusOutlined />
          <span className={styles.kind}>{PAPER_SHORT[kind]}</span>
          <span className={styles.missing}>{advised ? PAPERS.advised : PAPERS.missing}</span>
        </button>
      ))}
    </div>
  );
}

const READING_WORD: Record<PaperStanding['kind'], string> = {
  waiting: PAPERS.toRecognise,
  reading: PAPERS.recognising,
  failed: PAPERS.unrecognised,
};

function told(finding: Finding | undefined): string | undefined {
  return finding && sentence(finding.code, finding.details);
}

function Thumbnail(props: {
  paper: PaperView;
  chosen: boolean;
  finding: Finding | undefined;
  onChoose: (id: number) => void;
}) {
  const { paper, chosen } = props;
  const backend = useBackend();
  const standing = useReadings().pages.standings.get(paper.id);
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) {
      ref.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }, [chosen]);
  return (
    <button
      ref={ref}
      type="button"
      role="option"
      aria-selected={chosen}
      className={styles.thumbnail}
      data-chosen={chosen}
      data-gravity={props.finding?.gravity}
      title={`${told(props.finding) ?? PAPER_KIND[paper.kind]} ${paper.file_name}`}
      onClick={() => props.onChoose(paper.id)}
      data-testid={`paper-${paper.id}`}
      data-field={`papers.${paper.kind}`}
    >
      <img src={backend.picture(picturePath(paper, 320))} alt="" draggable={false} />
      <span className={styles.kind}>
        {PAPER_SHORT[paper.kind]} {PAPERS.page(paper.page, paper.pages)}
      </span>
      {paper.sealed && (
        <span className={styles.seal} title={PAPERS.sealed} data-testid={`seal-${paper.id}`}>
          {PAPERS.sealMark}
        </span>
      )}
      {standing && (
        <span
          className={styles.reading}
          data-standing={standing.kind}
          data-testid={`reading-${paper.id}`}
        >
          {READING_WORD[standing.kind]}
        </span>
      )}
      {paper.verification === 'verified' && <CheckCircleFilled className={styles.verified} />}
      {paper.verification === 'found_untrue' && <CloseCircleFilled className={styles.untrue} />}
    </button>
  );
}
