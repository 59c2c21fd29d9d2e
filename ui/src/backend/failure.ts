/** How the desk says no, as it arrives in the window. */

/** A refusal: a code the window may act on and a sentence ready to be read. */
export interface Failure {
  /** Names the situation, for example `NumberAlreadyTaken`. */
  code: string;
  /** The Chinese sentence; may be empty when the window made the failure itself. */
  message: string;
  /** Path of the field in the request it is about. */
  field: string | null;
  /** Values that stand in the sentence. */
  details: Record<string, string>;
}

/** Code of a failure that is no refusal of the desk but a fault of the program. */
export const UNEXPECTED = 'Unexpected';

/** Whether a rejected value has the shape of a refusal. */
export function isFailure(value: unknown): value is Failure {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Failure).code === 'string' &&
    typeof (value as Failure).message === 'string'
  );
}

/** Makes a failure of whatever was rejected; what is unknown becomes `Unexpected`. */
export function toFailure(value: unknown): Failure {
  if (isFailure(value)) {
    return {
      code: value.code,
      message: value.message,
      field: value.field ?? null,
      details: value.details ?? {},
    };
  }
  const cause = value instanceof Error ? value.message : String(value);
  return { code: UNEXPECTED, message: '', field: null, details: { cause } };
}
