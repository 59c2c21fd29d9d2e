/** Reasons that stay on record. */

/** Characters without which a reason says nothing; the desk asks for as many. */
const SHORTEST = 4;

/** Whether a reason says anything. */
export function saysWhy(reason: string): boolean {
  return [...reason.trim()].length >= SHORTEST;
}
