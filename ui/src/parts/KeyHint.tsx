/** The key that does the same, beside the button it belongs to. */
import './KeyHint.css';

/** A key. */
export function KeyHint({ keys }: { keys: string }) {
  return <kbd className="key-hint">{keys}</kbd>;
}
