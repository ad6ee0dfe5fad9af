import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { linearScale } from '@components/figure/scale';
import type { DataSet } from '@engine';
import { messages } from './messages';
import { borders, frame, judged, type Learner } from './model';

const width = 400;
const height = 360;
const x = linearScale([frame.low, frame.high], [8, width - 8]);
const y = linearScale([frame.low, frame.high], [height - 8, 8]);

/** How far along its border each output's tick stands, so that two seldom meet. */
const labelAt = [0.5, 0.34, 0.66];

type Place = readonly [number, number];
const between = (p: Place, q: Place, t: number): Place => [
  p[0] + t * (q[0] - p[0]),
  p[1] + t * (q[1] - p[1]),
];

interface PanelProps {
  lang: Lang;
  learner: Learner;
  data: DataSet;
  at: number;
}

/** The plane as one classifier sees it at one step. */
export function Panel({ lang, learner, data, at }: PanelProps) {
  const say = messages[lang];
  const moment = learner.moments[at]!;
  return (
    <svg
      class="fig-drawing"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={fill(say.panel, { name: say.names[learner.name] })}
    >
      <rect class="plane" x={1} y={1} width={width - 2} height={height - 2} />
      {borders(moment).map(({ j, from, to, yes }) => {
        const [mx, my] = between(from, to, labelAt[j] ?? 0.5);
        return (
          <g key={j} class="border">
            <line x1={x(from[0])} y1={y(from[1])} x2={x(to[0])} y2={y(to[1])} />
            <line
              class="tick"
              x1={x(mx)}
              y1={y(my)}
              x2={x(mx) + 16 * yes[0]}
              y2={y(my) - 16 * yes[1]}
            />
            <text x={x(mx) + 28 * yes[0]} y={y(my) - 28 * yes[1]} dy="0.35em" text-anchor="middle">
              {j + 1}
            </text>
          </g>
        );
      })}
      {judged(data, moment).map(({ x: px, y: py, label, said }, s) => (
        <g key={s} transform={`translate(${x(px).toFixed(1)},${y(py).toFixed(1)})`}>
          {said !== label && <circle class="wrong" r={11} />}
          <text class={said === label ? 'point' : 'point missed'} dy="0.35em" text-anchor="middle">
            {label + 1}
          </text>
        </g>
      ))}
    </svg>
  );
}
