/** How a text is written, on one page. */
import { Dialog } from '../../parts/Dialog';
import { HELP } from './text';

/** The page. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={HELP.title} onClose={onClose} testId="text-help">
      <p>{HELP.lead}</p>
      <table className="text-help">
        <tbody>
          {HELP.rows.map(([mark, means]) => (
            <tr key={mark}>
              <th scope="row">
                <code>{mark}</code>
              </th>
              <td>{means}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
