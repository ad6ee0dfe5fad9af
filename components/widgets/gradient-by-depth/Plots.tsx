import type { Lang } from '@book/languages';
import { fixed, short } from '@components/figure/format';
import { Power } from '@components/figure/Power';
import { Axes, type Box } from '@components/figure/plot/Axes';
import { linearScale, linePath, ticks } from '@components/figure/scale';
import { messages } from './messages';
import { mostSteps } from './model';

const width = 400;
const inner = { left: 56, right: 16 };

interface BarsProps {
  lang: Lang;
  norms: readonly number[];
  /** The bars of step 0, as thin marks. */
  before: readonly number[];
}

const barsHeight = 220;
const top = 32;
const floor = barsHeight - 44;
/** The decades that the axis always shows; smaller or larger ones stop at its ends. */
const [lowest, highest] = [-10, 5];

/** ‖∂L/∂W^l‖ of every layer on a logarithmic axis. */
export function Bars({ lang, norms, before }: BarsProps) {
  const say = messages[lang];
  const L = norms.length;
  const x = linearScale([0.5, L + 0.5], [inner.left, width - inner.right]);
  const y = linearScale([highest, lowest], [top, floor]);
  const level = (norm: number): number =>
    y(Math.min(highest, Math.max(lowest, norm > 0 ? Math.log10(norm) : lowest)));
  const wide = Math.min(22, (x(2) - x(1)) * 0.62);
  const every = L > 9 ? 2 : 1;
  return (
    <svg
      class="fig-drawing"
      viewBox={`0 0 ${width} ${barsHeight}`}
      role="img"
      aria-label={say.bars}
    >
      <title>{`${say.bars}: ${norms.map((norm, i) => `${i + 1}: ${short(norm, 2)}`).join(', ')}`}</title>
      <g class="axis">
        {ticks(lowest, highest, 5).map((tick) => (
          <g key={tick} transform={`translate(${inner.left},${y(tick)})`}>
            <line x2={-5} />
            <text x={-9} dy="0.33em" text-anchor="end">
              <Power of={tick} />
            </text>
          </g>
        ))}
        <path d={`M${inner.left},${top}V${floor}H${width - inner.right}`} fill="none" />
        <text x={4} y={13} class="soft">
          {say.barsAxis}
        </text>
      </g>
      {norms.map((norm, i) => {
        const l = i + 1;
        return (
          <g key={l} data-sym="grad" data-layer={l}>
            <rect
              class="bar"
              x={x(l) - wide / 2}
              width={wide}
              y={level(norm)}
              height={Math.max(0, floor - level(norm))}
            />
            <line
              class="before"
              x1={x(l) - wide / 2 - 2}
              x2={x(l) + wide / 2 + 2}
              y1={level(before[i]!)}
              y2={level(before[i]!)}
            />
            {(l === 1 || l === L || (l % every === 0 && L - l >= every)) && (
              <text x={x(l)} y={floor + 18} text-anchor="middle">
                {l}
              </text>
            )}
          </g>
        );
      })}
      <text x={inner.left - 6} y={floor + 18} text-anchor="end" class="soft">
        {say.layer}
      </text>
      <g class="soft" transform={`translate(${width - inner.right},13)`}>
        <text text-anchor="end">{say.atStart}</text>
        <line class="before" x1={0} x2={-22} y1={8} y2={8} />
      </g>
    </svg>
  );
}

const curveHeight = 170;
const box: Box = {
  left: inner.left,
  right: width - inner.right,
  top: 24,
  bottom: curveHeight - 40,
};
const most = 1.5;

/** The loss before every update so far. */
export function Curve({ lang, losses }: { lang: Lang; losses: readonly number[] }) {
  const say = messages[lang];
  const steps = losses.length - 1;
  const end = [50, 150, 500, mostSteps].find((n) => steps <= n) ?? mostSteps;
  const x = linearScale([0, end], [box.left, box.right]);
  const y = linearScale([most, 0], [box.top, box.bottom]);
  const level = (loss: number): number => y(Number.isFinite(loss) ? Math.min(most, loss) : most);
  // No more points than the drawing can show.
  const stride = Math.max(1, Math.ceil(losses.length / 300));
  const points = losses.flatMap((loss, n) =>
    n % stride === 0 || n === steps ? [[x(n), level(loss)] as const] : [],
  );
  return (
    <svg
      class="fig-drawing"
      viewBox={`0 0 ${width} ${curveHeight}`}
      role="img"
      aria-label={say.curve}
    >
      <title>{`${say.curve}: ${steps}, ${fixed(losses.at(-1)!, 4)}`}</title>
      <Axes
        box={box}
        x={x}
        y={y}
        xTicks={[0, end / 2, end]}
        yTicks={[0, 0.5, 1, 1.5]}
        yName={say.lossAxis}
        xName={say.updates}
      />
      <path class="loss-line" d={linePath(points)} />
      <circle class="loss-dot" cx={x(steps)} cy={level(losses.at(-1)!)} r={4} />
    </svg>
  );
}
