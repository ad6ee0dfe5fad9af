import type { SymbolName } from '@book/symbols';
import type { ComponentChildren } from 'preact';
import { type EdgePlace, thickness, type UnitPlace } from './network';

interface EdgeProps {
  at: EdgePlace;
  /** Its weight: the sign colours it and dashes it, the size makes it thick. */
  weight: number;
  /** Drawn as the one that is meant just now. */
  active?: boolean;
}

/** A weight as a line between two units: negative ones are dashed. Lights up as W. */
export const Edge = ({ at, weight, active = false }: EdgeProps) => (
  <line
    class={`edge ${weight < 0 ? 'negative' : 'positive'}${active ? ' active' : ''}`}
    data-sym="W"
    data-layer={at.layer}
    data-index={`${at.to}${at.from}`}
    x1={at.x1}
    y1={at.y1}
    x2={at.x2}
    y2={at.y2}
    stroke-width={thickness(weight)}
  />
);

interface UnitProps {
  at: UnitPlace;
  radius: number;
  /** What the unit holds just now: `x` for inputs, `z`, `a` or `delta`. */
  of: SymbolName;
  active?: boolean;
  /** SVG inside the circle, drawn around (0, 0): usually one `<text>`. */
  children?: ComponentChildren;
}

/** A unit as a circle in the colour of what it holds. */
export const Unit = ({ at, radius, of, active = false, children }: UnitProps) => (
  <g
    class={`unit sym-${of}${active ? ' active' : ''}`}
    data-sym={of}
    data-layer={of === 'x' || of === 'y' ? undefined : at.layer}
    data-index={at.unit}
    transform={`translate(${at.x},${at.y})`}
  >
    <circle r={radius} />
    {children}
  </g>
);
