/** Words for what the audit log records. */

/** Keys the desk writes, as a person says them. */
const ACTION: Record<string, string> = {};

/** The word for a key; one without a word is shown as it is. */
export function auditAction(key: string): string {
  return ACTION[key] ?? key;
}
