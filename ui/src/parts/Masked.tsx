/** A number of an identity paper, shown in full only when asked for. */
import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { COMMON } from '../text';

/** Characters left to see at the head and at the tail. */
const HEAD = 4;
const TAIL = 4;

/** The number with its middle hidden. */
export function masked(number: string): string {
  const characters = [...number];
  const hidden = characters.length - HEAD - TAIL;
  return hidden > 0
    ? characters.slice(0, HEAD).join('') + '*'.repeat(hidden) + characters.slice(-TAIL).join('')
    : '*'.repeat(characters.length);
}

/** A hidden number and the eye that shows it. */
export function Masked({ number }: { number: string }) {
  const [shown, setShown] = useState(false);
  if (number === '' || number.includes('*')) {
    return number;
  }
  return (
    <>
      {shown ? number : masked(number)}
      <Button
        type="text"
        size="small"
        icon={shown ? <EyeInvisibleOutlined /> : <EyeOutlined />}
        aria-label={shown ? COMMON.hide : COMMON.show}
        onClick={() => setShown(!shown)}
      />
    </>
  );
}
