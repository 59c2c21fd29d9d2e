/**
 * What a field wears whose value was read off a paper: at its label how sure it
 * is and who vouches for it, and while it needs a look, the place itself beneath.
 * Settles nothing by itself.
 */
import {
  CheckCircleFilled,
  EditFilled,
  ExclamationCircleFilled,
  ScanOutlined,
} from '@ant-design/icons';
import { Button, Popover } from 'antd';
import type { ReactNode } from 'react';
import { READING } from '../../text';
import { KeyHint } from '../KeyHint';
import { type Standing, sameText, standing } from './looks';
import type { Evidence, Witness } from './types';
import './ReadField.css';

const WITNESSES: readonly Witness[] = ['ocr', 'qr', 'checksum'];

const ICON: Record<Standing, ReactNode> = {
  sure: <ScanOutlined />,
  open: <ExclamationCircleFilled />,
  settled: <CheckCircleFilled />,
  corrected: <EditFilled />,
};

/** What the mark shows. */
export interface ReadMarkProps {
  path: string;
  evidence: Evidence;
  /** What stands on the form now. */
  value: string;
  /** Shows the place on the paper. */
  onShow: () => void;
}

/** The mark at the label: a press shows the place on the paper. */
export function ReadMark({ path, evidence, value, onShow }: ReadMarkProps) {
  const state = standing(evidence, value);
  const { reading } = evidence;
  return (
    <Popover
      content={<Place evidence={evidence} value={value} />}
      placement="topRight"
      mouseEnterDelay={0.3}
    >
      <button
        type="button"
        className="read-mark"
        data-standing={state}
        // The field itself is reached by Tab; the mark is for the mouse.
        tabIndex={-1}
        aria-label={`${READING.standing[state]}，${witnessWords(reading.witnesses)}`}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onShow}
        data-testid={`read-${path}`}
      >
        {ICON[state]}
        <b>{READING.standingShort[state]}</b>
        <span className="read-witnesses">
          {WITNESSES.filter((witness) => reading.witnesses.includes(witness)).map((witness) => (
            <i key={witness} data-witness={witness}>
              {READING.witnessMark[witness]}
            </i>
          ))}
        </span>
      </button>
    </Popover>
  );
}

function witnessWords(witnesses: readonly Witness[]): string {
  return READING.witnesses(
    WITNESSES.filter((witness) => witnesses.includes(witness)).map((one) => READING.witness[one]),
  );
}

/** The place as it stands on the paper, what was read there, and what speaks against it. */
function Place({ evidence, value }: { evidence: Evidence; value: string }) {
  const { reading, crop, doubts, paperName } = evidence;
  const read = reading.value;
  return (
    <div className="read-place">
      {crop ? (
        <img src={crop} alt={reading.text} />
      ) : (
        <p className="read-quiet">{READING.noCrop}</p>
      )}
      <dl>
        <dt>{READING.read}</dt>
        <dd className="figures">
          {reading.text}
          {!sameText(read, reading.text) && (
            <span className="read-quiet">（{READING.asDate(read)}）</span>
          )}
        </dd>
        {value !== read && value !== '' && (
          <>
            <dt>{READING.onForm}</dt>
            <dd className="figures">{value}</dd>
          </>
        )}
        <dt>{READING.source}</dt>
        <dd>
          {paperName}，{witnessWords(reading.witnesses)}
          <span className="read-quiet">，{READING.confidence(reading.confidence)}</span>
        </dd>
      </dl>
      {doubts.map((doubt) => (
        <p key={doubt} className="read-doubt">
          {doubt}
        </p>
      ))}
    </div>
  );
}

/** What is asked at a field that needs a look. */
export interface ReadLookProps {
  path: string;
  evidence: Evidence;
  value: string;
  /** The person has compared and stands by what is on the form. */
  onSettle: () => void;
  /** Puts what was read back onto the form. */
  onTakeRead: () => void;
}

/** Stands under the field one is in while it needs a look. */
export function ReadLook({ path, evidence, value, onSettle, onTakeRead }: ReadLookProps) {
  return (
    <section
      className="read-look"
      aria-label={READING.standing.open}
      // A press on a button must not take the caret out of the field.
      onMouseDown={(event) => event.preventDefault()}
      data-testid={`look-${path}`}
    >
      <Place evidence={evidence} value={value} />
      <div className="read-foot">
        <span className="read-quiet">{READING.keys}</span>
        {value !== evidence.reading.value && (
          <Button size="small" tabIndex={-1} onClick={onTakeRead} data-testid={`take-${path}`}>
            {READING.takeRead}
          </Button>
        )}
        <Button
          size="small"
          type="primary"
          tabIndex={-1}
          onClick={onSettle}
          data-testid={`settle-${path}`}
        >
          {READING.settle}
          <KeyHint keys="Enter" />
        </Button>
      </div>
    </section>
  );
}
