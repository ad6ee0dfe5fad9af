import type { Lang } from '@book/languages';
import { Mark } from '@components/figure/plane/Mark';
import type { Place } from '@components/figure/plane/region';
import { linearScale } from '@components/figure/scale';
import type { ComponentChildren } from 'preact';
import { messages } from './messages';
import type { Model } from './model';
import { high, low } from './state';

const width = 400;
const side = 318;
const left = 44;
const top = 8;
const height = top + side + 36;
const x = linearScale([low, high], [left, left + side]);
const y = linearScale([low, high], [top + side, top]);

export const place = ([u, v]: Place): Place => [x(u), y(v)];
export const back = ([u, v]: Place): Place => [x.invert(u), y.invert(v)];

interface PlaneProps {
  lang: Lang;
  model: Model;
  children?: ComponentChildren;
}

/** The plane of two inputs, the side that is answered 1, the border, the points, the handles. */
export function Plane({ lang, model, children }: PlaneProps) {
  const say = messages[lang];
  const { area, border } = model.region(place);
  const small = model.points.length > 8;
  return (
    <svg
      class="fig-drawing plane"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={say.plane}
    >
      <rect x={left} y={top} width={side} height={side} class="ground" />
      <path d={area} class="area" />
      <rect x={left} y={top} width={side} height={side} class="frame" />
      <g class="axis">
        {[0, 1].map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={top + side} y2={top + side + 5} />
            <text x={x(tick)} y={top + side + 21} text-anchor="middle">
              {tick}
            </text>
            <line x1={left - 5} x2={left} y1={y(tick)} y2={y(tick)} />
            <text x={left - 10} y={y(tick)} dy="0.35em" text-anchor="end">
              {tick}
            </text>
          </g>
        ))}
        <Name at={[x(0.5), top + side + 22]} index={1} />
        <Name at={[left - 16, y(0.5)]} index={2} />
      </g>
      <path d={border} class="border" />
      {model.points.map((point, s) => (
        <Mark key={s} at={place(point.at)} y={point.y} wrong={point.wrong} small={small} />
      ))}
      {children}
    </svg>
  );
}

/** x₁, x₂ beside their axis. */
const Name = ({ at: [u, v], index }: { at: Place; index: number }) => (
  <text x={u} y={v} text-anchor="middle" class="letter" data-sym="x" data-index={index}>
    x
    <tspan dy="0.3em" class="index">
      {index}
    </tspan>
  </text>
);
