/** A seal or signature as large as it is printed, on a ground that shows what is transparent. */
import { type FirmMark, type MarkKind, useBackend } from '../../backend';
import { MARKS } from './text';

/** What is shown. */
export interface MarkPreviewProps {
  kind: MarkKind;
  mark: FirmMark | null;
  /** Width on paper in millimetres; not looked at for a signature. */
  width: number;
}

/** The picture, and a measure beneath it. */
export function MarkPreview({ kind, mark, width }: MarkPreviewProps) {
  const backend = useBackend();
  return (
    <div className="mark-ground" data-kind={kind}>
      {mark ? (
        <img
          src={backend.picture(`paper/${mark.paper}?side=600`)}
          alt={MARKS.preview(MARKS.name[kind])}
          draggable={false}
          style={kind === 'seal' ? { width: `${width}mm` } : undefined}
          data-testid={`firm-${kind}-preview`}
        />
      ) : (
        <p>{MARKS.none}</p>
      )}
      <span className="mark-scale">{MARKS.scale}</span>
    </div>
  );
}
