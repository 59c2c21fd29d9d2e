/** The desk behind the real window: Tauri's calls and its `paper:` protocol. */
import { convertFileSrc, invoke } from '@tauri-apps/api/core';
import type { CallsUploadRef, PaperView } from './bindings';
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
    const bytes = new Uint8Array(await file.arrayBuffer().catch(unreadable));
    const headers: Record<string, string> = {
      'x-order': String(order),
      // Header values are ASCII; names of files here are mostly Chinese.
      'x-name': encodeURIComponent(file.name),
      'x-arrival': arrival,
    };
    if (kind) {
      headers['x-kind'] = kind;
    }
    return refusing(invoke<PaperView[]>('paper_add', bytes, { headers }));
  },

  async receiveCalls(upload, name, piece) {
    const bytes = new Uint8Array(await piece.arrayBuffer().catch(unreadable));
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

function unreadable(): never {
  throw { code: 'FileUnreadable', message: '', field: null, details: {} };
}
