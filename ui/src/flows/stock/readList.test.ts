import { describe, expect, it } from 'vitest';
import { countLines, decodeList } from './readList';

describe('a list out of a file', () => {
  it.each([
    ['UTF-8', [0xe8, 0x81, 0x94, 0xe9, 0x80, 0x9a]],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0xe8, 0x81, 0x94, 0xe9, 0x80, 0x9a]],
    ['UTF-16', [0xff, 0xfe, 0x54, 0x80, 0x1a, 0x90]],
    ['GB18030', [0xc1, 0xaa, 0xcd, 0xa8]],
  ])('is read in %s', (_, bytes) => {
    expect(decodeList(Uint8Array.from(bytes))).toBe('联通');
  });

  it('is counted without its empty lines', () => {
    expect(countLines('4008208820\r\n\n  \n4006001234\r')).toBe(2);
  });
});
