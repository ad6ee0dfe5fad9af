import { exact } from '../format';
import type { Scale } from '../scale';

/** Where a plot lies in its drawing. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface AxesProps {
  box: Box;
  x: Scale;
  y: Scale;
  xTicks: readonly number[];
  yTicks: readonly number[];
  /** How the numbers of the upright axis are written; to the last digit unless told. */
  yShow?: (tick: number) => string;
  /** Name at the end of the upright axis, over it. */
  yName: string;
  /** Name at the end of the level axis, under its numbers; none where another plot stands below. */
  xName?: string;
  /** Numbers under the level axis; not where another plot with the same axis stands below. */
  xNumbers?: boolean;
}

/** The axes of a plot with their numbers and names; 0 is drawn through where it is inside. */
export function Axes(props: AxesProps) {
  const { box, x, y, xTicks, yTicks, yShow = exact, yName, xName, xNumbers = true } = props;
  const [low, high] = [y.invert(box.bottom), y.invert(box.top)];
  return (
    <g class="axis">
      {xTicks.map((tick) => (
        <g key={tick} transform={`translate(${x(tick)},${box.bottom})`}>
          <line y2={4} />
          {xNumbers && (
            <text y={18} text-anchor="middle">
              {exact(tick)}
            </text>
          )}
        </g>
      ))}
      {yTicks.map((tick) => (
        <g key={tick} transform={`translate(${box.left},${y(tick)})`}>
          <line x2={-4} />
          <text x={-7} dy="0.33em" text-anchor="end">
            {yShow(tick)}
          </text>
        </g>
      ))}
      <path d={`M${box.left},${box.top}V${box.bottom}H${box.right}`} fill="none" />
      {low < 0 && high > 0 && (
        <line class="zero" x1={box.left} x2={box.right} y1={y(0)} y2={y(0)} />
      )}
      <text x={box.left - 4} y={box.top - 8} class="soft">
        {yName}
      </text>
      {xName && (
        <text x={box.right} y={box.bottom + 36} text-anchor="end" class="soft">
          {xName}
        </text>
      )}
    </g>
  );
}
