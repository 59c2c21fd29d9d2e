/** A list of numbers out of a file, whatever program wrote it. */

const UTF8 = [0xef, 0xbb, 0xbf];
const UTF16_LE = [0xff, 0xfe];
const UTF16_BE = [0xfe, 0xff];

/** The text of a file in UTF-8, UTF-16 or GB18030. */
export function decodeList(bytes: Uint8Array): string {
  if (begins(bytes, UTF16_LE)) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if (begins(bytes, UTF16_BE)) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: !begins(bytes, UTF8) }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Lines that hold something. */
export function countLines(text: string): number {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length;
}
