import type { SymbolName } from '@book/symbols';
import type { ComponentChildren } from 'preact';
import { between, type Layout, labelPlace } from './layout';

/** Which way a number flows at present, or what is being worked out. */
export type Tone = 'forward' | 'backward' | 'gradient';

export interface NodeView {
  layer: number;
  unit: number;
  sym: SymbolName;
  /** In place of the letter of `sym`. */
  letter?: string;
  /** Shown under the letter; undefined while unknown. */
  value?: string | undefined;
  /** −1 … 1: fills the circle with the colour of its sign. */
  heat?: number;
  /** Over the circle: the bias. */
  over?: ComponentChildren;
  /** Under the circle: δ. */
  under?: string | undefined;
  tone?: Tone | undefined;
  /** Turned off: it neither sends nor hears anything. */
  off?: boolean;
}

export interface EdgeView {
  /** Layer of the unit that receives. */
  layer: number;
  to: number;
  from: number;
  weight: number;
  label?: string | undefined;
  labelNearStart?: boolean;
  tone?: Tone | undefined;
  /** 0 … 1: how much of the blame travels along it, drawn beside the edge. */
  blame?: number;
  /** One of its units is turned off. */
  off?: boolean;
}

interface DiagramProps {
  layout: Layout;
  nodes: readonly NodeView[];
  edges: readonly EdgeView[];
  /** Names of the columns, from the input on. */
  columns: readonly string[];
  label: string;
  /** Handles and targets, drawn over everything. */
  children?: ComponentChildren;
}

const letter: Partial<Record<SymbolName, string>> = { x: 'x', a: 'a', z: 'z' };

/** A network drawn forward from left to right: weights as edges, activations in the circles. */
export function Diagram({ layout, nodes, edges, columns, label, children }: DiagramProps) {
  const { width, height, node } = layout;
  return (
    <svg
      class="fig-drawing network"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={label}
    >
      <defs>
        <marker
          id="arrow-back"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0,0L8,4L0,8Z" class="arrow-head" />
        </marker>
      </defs>
      {columns.map((name, l) => (
        <text key={name} x={node(l, 1).x} y={12} text-anchor="middle" class="soft column">
          {name}
        </text>
      ))}
      {edges.map((edge) => (
        <Edge key={`${edge.layer} ${edge.to} ${edge.from}`} {...{ layout, edge }} />
      ))}
      {nodes.map((view) => (
        <Node key={`${view.layer} ${view.unit}`} {...{ layout, view }} />
      ))}
      {edges.map((edge) => (
        <EdgeLabel key={`${edge.layer} ${edge.to} ${edge.from}`} {...{ layout, edge }} />
      ))}
      {children}
    </svg>
  );
}

const thickness = (weight: number): number => Math.min(4, 0.9 + 1.6 * Math.abs(weight));

function Edge({ layout, edge }: { layout: Layout; edge: EdgeView }) {
  const { layer, to, from, weight, tone, blame, off } = edge;
  const [start, end] = between(layout.node(layer - 1, from), layout.node(layer, to), layout.radius);
  const sign = weight < 0 ? 'negative' : 'positive';
  const back = tone === 'backward';
  return (
    <g data-sym="W" data-layer={layer} data-index={`${to}${from}`}>
      <line
        x1={start.x}
        y1={start.y}
        x2={end.x}
        y2={end.y}
        class={`edge ${sign} ${tone ? 'active' : ''} ${off ? 'off' : ''}`}
        stroke-width={thickness(weight)}
      />
      {blame !== undefined && (
        <line
          x1={start.x}
          y1={start.y + 4}
          x2={end.x}
          y2={end.y + 4}
          class="blame"
          stroke-width={0.4 + 5 * blame}
        />
      )}
      {back && (
        <path
          class="back-flow"
          marker-end="url(#arrow-back)"
          d={`M${end.x},${end.y - 5}Q${(start.x + end.x) / 2},${(start.y + end.y) / 2 - 22} ${start.x + 2},${start.y - 5}`}
        />
      )}
    </g>
  );
}

function EdgeLabel({ layout, edge }: { layout: Layout; edge: EdgeView }) {
  const { layer, to, from, label, labelNearStart = true, tone } = edge;
  if (!label) return null;
  const { x, y } = labelPlace(layout.node(layer - 1, from), layout.node(layer, to), labelNearStart);
  return (
    <text
      {...{ x, y }}
      dy="-0.25em"
      text-anchor="middle"
      class={`edge-label ${labelNearStart ? 'near-start' : 'near-end'} ${tone ? 'active' : ''}`}
    >
      {label}
    </text>
  );
}

function Node({ layout, view }: { layout: Layout; view: NodeView }) {
  const { layer, unit, sym, value, heat = 0, over, under, tone, off } = view;
  const { x, y } = layout.node(layer, unit);
  const fill = heat < 0 ? 'negative' : 'positive';
  return (
    <g transform={`translate(${x},${y})`} class={`node ${tone ?? ''} ${off ? 'off' : ''}`}>
      <g data-sym={sym} data-layer={sym === 'x' ? undefined : layer} data-index={unit}>
        <circle r={layout.radius} class="ground" />
        <circle
          r={layout.radius}
          class={`heat ${fill}`}
          fill-opacity={0.34 * Math.min(1, Math.abs(heat))}
        />
        <circle r={layout.radius} class="rim" />
        <text y={value === undefined ? 5 : -5} text-anchor="middle" class={`letter sym-${sym}`}>
          {view.letter ?? letter[sym]}
          <tspan dy="0.3em" class="small">
            {unit}
          </tspan>
        </text>
        {value !== undefined && (
          <text y={14} text-anchor="middle" class="value">
            {value}
          </text>
        )}
      </g>
      {off && <path class="crossed" d="M-17,-17L17,17M-17,17L17,-17" />}
      {over && (
        <text
          y={-layout.radius - 6}
          text-anchor="middle"
          class="over"
          data-sym="b"
          data-layer={layer}
          data-index={unit}
        >
          {over}
        </text>
      )}
      {under && (
        <text
          y={layout.radius + 16}
          text-anchor="middle"
          class="under"
          data-sym="delta"
          data-layer={layer}
          data-index={unit}
        >
          {under}
        </text>
      )}
    </g>
  );
}
