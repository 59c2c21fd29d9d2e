/** Files of call records on today's desk: those with rows that wait, and the last that came in. */
import { type CallFileLine, useCommand } from '../../backend';
import { shortTime } from '../../parts/dates';
import { count } from '../../parts/quantity';
import type { Route } from '../../route';
import { TODAY } from '../../text';
import { Board, Line } from './Board';

/** Lines shown of the last files. */
const MOST = 20;

/** All files. */
export function useFiles() {
  return useCommand('calls_files', null);
}

/** Files with rows that somebody has to mend. */
export function WaitingRows() {
  const files = useFiles();
  const waiting = files.data?.filter((file) => file.waiting > 0);
  return (
    <Board
      title={TODAY.waitingRows}
      hint={TODAY.waitingRowsHint}
      empty={TODAY.noWaitingRows}
      count={waiting?.reduce((sum, file) => sum + file.waiting, 0)}
      testId="today-rows"
    >
      {waiting?.map((file) => (
        <FileLine
          key={file.id}
          file={file}
          route={{ at: 'quarantine', file: file.id }}
          figure={TODAY.rows(count(file.waiting))}
        />
      ))}
    </Board>
  );
}

/** The last files. */
export function RecentFiles() {
  const files = useFiles();
  return (
    <Board
      title={TODAY.files}
      hint={TODAY.filesHint}
      empty={TODAY.noFiles}
      count={files.data?.length}
      testId="today-files"
    >
      {files.data?.slice(0, MOST).map((file) => (
        <FileLine
          key={file.id}
          file={file}
          route={{ at: 'calls' }}
          figure={TODAY.newCalls(count(file.imported))}
        />
      ))}
    </Board>
  );
}

function FileLine({ file, route, figure }: { file: CallFileLine; route: Route; figure: string }) {
  return (
    <Line
      route={route}
      company={file.name}
      number={figure}
      facts={
        <>
          <span>{file.carrier}</span>
          <span>{shortTime(file.at, new Date())}</span>
          <span>{file.by}</span>
        </>
      }
      testId={`today-file-${file.id}`}
    />
  );
}
