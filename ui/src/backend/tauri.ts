/** The desk behind the real window: Tauri's calls and its `paper:` protocol. */
import { convertFileSrc, invoke } from '@tauri-apps/api/core';
import type { CallsUploadRef, FirmMarksView, PaperView, ReturnedDesk } from './bindings';
import type { Backend } from './door';
import { toFailure } from './failure';

async function refusing<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw toFailure(error);
  }
}

/** Commands after which somebody else may sit at the desk. */
const ARRIVALS: readonly string[] = ['desk_found', 'session_open', 'session_recover'];

/** Counts the people who sat down, so that no one is shown a picture fetched for another. */
let sitting = 0;

/** Speaks to the shell. */
export const tauriBackend: Backend = {
  call(name, request) {
    if (ARRIVALS.includes(name)) {
      sitting += 1;
    }
    return refusing(invoke(name, { request }));
  },

  async addPaper(order, file, arrival, kind) {
    const bytes = await bytesOf(file);
    const headers: Record<string, string> = {
      'x-order': String(order),
      'x-name': nameOf(file),
      'x-arrival': arrival,
    };
    if (kind) {
      headers['x-kind'] = kind;
    }
    return refusing(invoke<PaperView[]>('paper_add', bytes, { headers }));
  },

  async addReturned(file, arrival) {
    const headers = { 'x-name': nameOf(file), 'x-arrival': arrival };
    return refusing(invoke<ReturnedDesk>('returned_add', await bytesOf(file), { headers }));
  },

  async setFirmMark(kind, millimetres, file) {
    const headers = {
      'x-kind': kind,
      'x-millimetres': String(millimetres),
      'x-name': nameOf(file),
    };
    return refusing(invoke<FirmMarksView>('firm_mark_set', await bytesOf(file), { headers }));
  },

  async receiveCalls(upload, name, piece) {
    const bytes = await bytesOf(piece);
    const headers = { 'x-upload': String(upload), 'x-name': encodeURIComponent(name) };
    return refusing(invoke<CallsUploadRef>('calls_receive', bytes, { headers }));
  },

  picture(path) {
    // The host differs by system. The path is put on by hand because Tauri
    // would encode it as a whole, its slashes and query included.
    const joint = path.includes('?') ? '&' : '?';
    return `${convertFileSrc('', 'paper')}${path}${joint}sitting=${sitting}`;
  },
};

async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer().catch(unreadable));
}

/** Header values are ASCII; names of files here are mostly Chinese. */
function nameOf(file: File): string {
  return encodeURIComponent(file.name);
}

function unreadable(): never {
  throw { code: 'FileUnreadable', message: '', field: null, details: {} };
}
