/** What was charged and received each month, as bars; every month leads to its summary. */
import type { MonthPoint } from '../../backend';
import { yuan } from '../../parts/money';
import { count, monthName } from '../../parts/quantity';
import { formatRoute } from '../../route';
import { type Bars, barsOf, CHART, linesOf } from './chart';
import { SUMMARY } from './text';

const LEGEND = ['rated', 'top_up', 'fees', 'payments'] as const;

/** The drawing with its legend. */
export function CourseChart({ course, month }: { course: readonly MonthPoint[]; month: string }) {
  const { step, bars } = barsOf(course);
  const label = SUMMARY.chart(course[0]?.month ?? month, course.at(-1)?.month ?? month);
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${CHART.width} ${CHART.height}`} data-testid="month-chart">
        <title>{label}</title>
        {linesOf(step).map(({ fen, y }) => (
          <g key={fen} className="chart-line">
            <line x1={CHART.left} x2={CHART.width} y1={y} y2={y} />
            <text x={CHART.left - 8} y={y + 4}>
              {count(fen / 100)}
            </text>
          </g>
        ))}
        {bars.map((one, at) => (
          <MonthBars
            key={one.point.month}
            bars={one}
            here={one.point.month === month}
            first={at === 0}
          />
        ))}
      </svg>
      <figcaption>
        {LEGEND.map((name) => (
          <span key={name} className="chart-key" data-name={name}>
            {SUMMARY[name]}
          </span>
        ))}
        <span className="chart-unit">{SUMMARY.yuan}</span>
      </figcaption>
    </figure>
  );
}

function MonthBars({ bars, here, first }: { bars: Bars; here: boolean; first: boolean }) {
  const { point, charged, x, width, pieces } = bars;
  const [year, number = ''] = point.month.split('-');
  const label = SUMMARY.bar(point.month, charged, point.payments);
  const middle = x + width / 2;
  return (
    <a
      href={formatRoute({ at: 'summary', month: point.month })}
      aria-label={label}
      aria-current={here ? 'page' : undefined}
      className="chart-month"
      data-testid={`chart-${point.month}`}
    >
      <title>{label}</title>
      <rect
        className="chart-ground"
        x={x}
        y={CHART.top}
        width={width}
        height={CHART.height - CHART.top}
      />
      {pieces.map((piece) => (
        <rect
          key={piece.name}
          className="chart-piece"
          data-name={piece.name}
          x={piece.x}
          y={piece.y}
          width={piece.width}
          height={piece.height}
        />
      ))}
      <text x={middle} y={CHART.height - 18}>
        {Number(number)} 月
      </text>
      {(first || number === '01') && (
        <text x={middle} y={CHART.height - 4} className="chart-year">
          {year}
        </text>
      )}
    </a>
  );
}

/** The same in figures. */
export function CourseTable({ course }: { course: readonly MonthPoint[] }) {
  return (
    <table className="plain-table" data-testid="month-course">
      <thead>
        <tr>
          <th scope="col">{SUMMARY.month}</th>
          {LEGEND.map((name) => (
            <th key={name} scope="col">
              {SUMMARY[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {course.map((point) => (
          <tr key={point.month}>
            <th scope="row">{monthName(point.month)}</th>
            {LEGEND.map((name) => (
              <td key={name}>{yuan(point[name])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
