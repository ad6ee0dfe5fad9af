import type { Lang } from '@book/languages';
import { DragHandle } from '@components/controls/DragHandle';
import { short } from '@components/figure/format';
import { Power } from '@components/figure/Power';
import { linearScale, linePath, ticks } from '@components/figure/scale';
import { messages } from './messages';
import type { Model } from './model';

const width = 400;
const height = 300;
const inner = { left: 58, right: 84, top: 30, bottom: 52 };
/** The errors that the plot can show: 10⁻¹⁵ to 10. */
const lowest = -15;

const x = linearScale([0, -16], [inner.left, width - inner.right]);
const y = linearScale([1, lowest], [inner.top, height - inner.bottom]);
const level = (error: number): number => y(Math.max(lowest, Math.min(1, Math.log10(error))));

/** Two labels where their lines end, moved apart where they would touch. */
function apart(p: number, q: number): [number, number] {
  const lack = (22 - Math.abs(p - q)) / 2;
  if (lack <= 0) return [p, q];
  return p <= q ? [p - lack, q + lack] : [p + lack, q - lack];
}

interface PlotProps {
  lang: Lang;
  model: Model;
  exponent: number;
  onMove: (exponent: number) => void;
}

const clamp = (exponent: number): number => Math.min(0, Math.max(-16, exponent));

/** Both errors against ε, log-log, with the present ε as an upright handle. */
export function Plot({ lang, model, exponent, onMove }: PlotProps) {
  const say = messages[lang];
  const { curve, present } = model;
  const path = (error: 'forwardError' | 'centralError') =>
    linePath(curve.map((point) => [x(Math.log10(point.epsilon)), level(point[error])]));
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps = {
      ArrowLeft: 0.25,
      ArrowUp: 0.25,
      ArrowRight: -0.25,
      ArrowDown: -0.25,
      PageUp: 1,
      PageDown: -1,
      Home: 16,
      End: -16,
    }[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    onMove(clamp(exponent + steps));
  };
  const last = curve.at(-1)!;
  const ends = apart(level(last.forwardError), level(last.centralError));
  const at = x(exponent);
  return (
    <svg class="fig-drawing" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={say.plot}>
      <g class="axis">
        {ticks(-16, 0, 4).map((tick) => (
          <g key={tick} transform={`translate(${x(tick)},${height - inner.bottom})`}>
            <line y2={5} />
            <text y={20} text-anchor="middle">
              <Power of={tick} />
            </text>
          </g>
        ))}
        {ticks(lowest, 1, 5).map((tick) => (
          <g key={tick} transform={`translate(${inner.left},${y(tick)})`}>
            <line x2={-5} />
            <text x={-9} dy="0.33em" text-anchor="end">
              <Power of={tick} />
            </text>
          </g>
        ))}
        <path
          d={`M${inner.left},${inner.top}V${height - inner.bottom}H${width - inner.right}`}
          fill="none"
        />
        <text x={width - inner.right} y={height - 5} text-anchor="end" class="soft">
          {say.xAxis}
        </text>
        <text x={4} y={13} class="soft">
          {say.yAxis}
        </text>
      </g>
      <path d={path('centralError')} class="curve two-sided" />
      <path d={path('forwardError')} class="curve one-sided" />
      <text x={x(-16) + 8} y={ends[0]} dy="0.33em" class="label one-sided">
        {say.oneSided}
      </text>
      <text x={x(-16) + 8} y={ends[1]} dy="0.33em" class="label two-sided">
        {say.twoSided}
      </text>
      <circle cx={at} cy={level(present.centralError)} r={5} class="dot two-sided" />
      <circle cx={at} cy={level(present.forwardError)} r={5} class="dot one-sided" />
      <DragHandle
        class="handle"
        name={say.drag}
        min={-16}
        max={0}
        value={exponent}
        text={`ε = ${short(present.epsilon)}`}
        drag={{
          start: () => exponent,
          move: ({ x: at }) => onMove(clamp(Math.round(x.invert(at) * 20) / 20)),
        }}
        onKeyDown={onKeyDown}
      >
        <rect
          x={at - 22}
          y={inner.top}
          width={44}
          height={height - inner.top - inner.bottom}
          fill="transparent"
        />
        <line x1={at} x2={at} y1={inner.top} y2={height - inner.bottom} />
        <rect
          class="grip"
          x={at - 6}
          y={height - inner.bottom - 14}
          width={12}
          height={18}
          rx={2}
        />
      </DragHandle>
    </svg>
  );
}
