/** A number of an identity paper, shown in full only when asked for, and then on record. */
import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { type Failure, toFailure } from '../backend';
import { COMMON } from '../text';
import { FailureNote } from './FailureNote';

/** What it shows. */
export interface MaskedProps {
  /** The number with its middle hidden, as the desk gives it. */
  number: string;
  /** Asks the desk for the whole number; seeing it is put on record. */
  reveal: () => Promise<string>;
}

/** A hidden number and the eye that shows it. */
export function Masked({ number, reveal }: MaskedProps) {
  const [whole, setWhole] = useState<string>();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const shown = whole !== undefined;
  const toggle = async () => {
    if (shown) {
      setWhole(undefined);
      return;
    }
    setAsking(true);
    try {
      setWhole(await reveal());
      setFailure(null);
    } catch (refusal) {
      setFailure(toFailure(refusal));
    } finally {
      setAsking(false);
    }
  };
  return (
    <>
      {whole ?? number}
      <Button
        type="text"
        size="small"
        loading={asking}
        icon={shown ? <EyeInvisibleOutlined /> : <EyeOutlined />}
        aria-label={shown ? COMMON.hide : COMMON.show}
        onClick={() => void toggle()}
      />
      <FailureNote failure={failure} />
    </>
  );
}
