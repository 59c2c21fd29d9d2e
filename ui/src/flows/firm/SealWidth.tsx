/** How wide the seal is on paper. */
import { Button, InputNumber, Segmented } from 'antd';
import { MARKS } from './text';
import { choiceOf, isWidth, LEAST, MOST, type WidthChoice, widthOf } from './width';

/** What the choice needs. */
export interface SealWidthProps {
  width: number;
  onWidth: (width: number) => void;
  /** Another width than that of the picture in force was chosen. */
  other: boolean;
  /** Puts the picture in force with it; none when the file is not at hand. */
  onResize: (() => void) | undefined;
}

/** Two usual widths, and any other that seals have. */
export function SealWidth({ width, onWidth, other, onResize }: SealWidthProps) {
  const choice = choiceOf(width);
  return (
    <>
      <div className="mark-width">
        <Segmented<WidthChoice>
          value={choice}
          onChange={(wanted) => onWidth(widthOf(wanted, width))}
          options={[
            { value: '40', label: MARKS.widths[40] },
            { value: '42', label: MARKS.widths[42] },
            { value: 'other', label: MARKS.widths.other },
          ]}
          aria-label={MARKS.width}
        />
        {choice === 'other' && (
          <InputNumber
            value={width}
            min={LEAST}
            max={MOST}
            precision={0}
            onChange={(typed) => typed && onWidth(typed)}
            suffix={MARKS.unit}
            aria-label={MARKS.width}
            data-testid="firm-seal-width"
          />
        )}
      </div>
      <small>{MARKS.widthHint}</small>
      {other &&
        isWidth(width) &&
        (onResize ? (
          <Button size="small" onClick={onResize} data-testid="firm-seal-resize">
            {MARKS.resize(width)}
          </Button>
        ) : (
          <small className="mark-note">{MARKS.resizeHint}</small>
        ))}
    </>
  );
}
