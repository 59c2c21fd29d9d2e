import { describe, expect, it } from 'vitest';
import { nameBeside } from './NameList';

const THREE = ['王', '张', '赵'];
/** Stand in two columns of four: the second begins with the fifth. */
const SEVEN = ['一', '二', '三', '四', '五', '六', '七'];

describe('the names at the sign-in', () => {
  it('are walked up and down, round and round', () => {
    expect(nameBeside(THREE, '', 'ArrowDown')).toBe('王');
    expect(nameBeside(THREE, '', 'ArrowUp')).toBe('赵');
    expect(nameBeside(THREE, '赵', 'ArrowDown')).toBe('王');
    expect(nameBeside(SEVEN, '四', 'ArrowDown')).toBe('五');
  });

  it('are walked aside where they stand two abreast', () => {
    expect(nameBeside(SEVEN, '二', 'ArrowRight')).toBe('六');
    expect(nameBeside(SEVEN, '六', 'ArrowLeft')).toBe('二');
    expect(nameBeside(SEVEN, '四', 'ArrowRight')).toBe('四');
    expect(nameBeside(THREE, '王', 'ArrowRight')).toBe('王');
  });

  it('are left to other keys otherwise', () => {
    expect(nameBeside(SEVEN, '二', 'End')).toBe('七');
    expect(nameBeside(SEVEN, '二', 'Tab')).toBeUndefined();
  });
});
