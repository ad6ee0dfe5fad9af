import { Slider } from '@components/controls/Slider';
import { Formula, Num, Partial, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, short } from '@components/figure/format';
import { Diagram, type EdgeView, type NodeView } from '@components/figure/network/Diagram';
import { Handle } from '@components/figure/network/Handle';
import { layout } from '@components/figure/network/layout';
import { useWidgetState } from '@components/figure/state';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { messages } from './messages';
import { first, learn, model, type State, schema, sizes } from './model';
import { Pulses } from './Pulses';

const widget = 'living-network';
const place = layout(sizes);

export default function LivingNetwork(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState<State>(widget, schema, first);
  const { state, set } = ws;

  // The blame begins to flow (style.css) at the reader's first sign of life, until it is held still.
  const [moving, setMoving] = useState(false);
  useEffect(() => {
    const start = (): void => setMoving(true);
    const signs = ['pointermove', 'pointerdown', 'scroll', 'keydown'] as const;
    const once = { once: true, passive: true };
    for (const sign of signs) addEventListener(sign, start, once);
    return () => {
      for (const sign of signs) removeEventListener(sign, start);
    };
  }, []);

  const now = useMemo(() => model(state), [state]);
  const most = Math.max(...now.weights.map(({ gradient }) => Math.abs(gradient)), 1e-9);
  const nodes: NodeView[] = [
    ...state.x.map((value, i) => ({
      layer: 0,
      unit: i + 1,
      sym: 'x' as const,
      value: fixed(value, 2),
      heat: value,
    })),
    ...now.a1.map((value, i) => ({
      layer: 1,
      unit: i + 1,
      sym: 'a' as const,
      value: fixed(value, 2),
      heat: value,
      under: `δ ${fixed(now.delta1[i]!, 3)}`,
    })),
    {
      layer: 2,
      unit: 1,
      sym: 'a',
      value: fixed(now.a2, 2),
      heat: now.a2,
      under: `δ ${fixed(now.delta2, 3)}`,
    },
  ];
  const edges = now.weights.map(
    ({ layer, to, from, value, gradient }): EdgeView => ({
      layer,
      to,
      from,
      weight: value,
      blame: Math.abs(gradient) / Math.max(most, 0.02),
    }),
  );
  const { worst } = now;
  const worstSymbol = <Sym of="W" layer={worst.layer} index={`${worst.to}${worst.from}`} />;

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => (
        <>
          {now.weights.map(({ layer, to, from, gradient }) => (
            <Formula key={`${layer}${to}${from}`} equation="fb-grad-w-scalar">
              <Partial of="W" layer={layer} index={`${to}${from}`} /> ={' '}
              <Sym of="delta" layer={layer} index={to} />·
              {layer === 1 ? <Sym of="x" index={from} /> : <Sym of="a" layer={1} index={from} />} ={' '}
              {short(layer === 1 ? now.delta1[to - 1]! : now.delta2, 4)}·(
              {short(layer === 1 ? state.x[from - 1]! : now.a1[from - 1]!, 4)}) ≈{' '}
              <Num of="grad">{short(gradient, 4)}</Num>
            </Formula>
          ))}
        </>
      )}
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class={`fig-split living ${moving ? 'moving' : ''}`}>
        <div class="fig-stage">
          <div class="living-drawing">
            <Diagram
              layout={place}
              nodes={nodes}
              edges={edges}
              columns={[say.input, say.hidden, say.output]}
              label={say.diagram}
            >
              <text x={place.target(1).x} y={12} text-anchor="middle" class="soft column">
                {say.target}
              </text>
              <text
                x={place.target(1).x}
                y={place.target(1).y + 4}
                text-anchor="middle"
                class="target"
                data-sym="y"
              >
                {fixed(state.y, 2)}
              </text>
              {state.x.map((value, i) => (
                <Handle
                  key={i}
                  {...place.node(0, i + 1)}
                  name={`x${i + 1}`}
                  value={Number(value.toFixed(2))}
                  min={-1}
                  max={1}
                  onChange={(next) => set({ ...state, x: state.x.with(i, next) })}
                />
              ))}
              <Handle
                {...place.target(1)}
                name={say.target}
                value={state.y}
                min={0}
                max={1}
                onChange={(y) => set({ ...state, y })}
              />
            </Diagram>
            <Pulses layout={place} edges={edges} />
          </div>
        </div>
        <div class="fig-says">
          <p class="big">
            {say.loss} <Num of="L">{fixed(now.loss, 4)}</Num>
          </p>
          {now.loss < 1e-4 ? (
            <p>{say.done}</p>
          ) : (
            <>
              <p>
                {say.blame} {worstSymbol}
              </p>
              <Formula>
                <Partial of="W" layer={worst.layer} index={`${worst.to}${worst.from}`} /> ≈{' '}
                <Num of="grad">{fixed(worst.gradient, 4)}</Num>
              </Formula>
              <p class="verdict">{worst.gradient > 0 ? say.less : say.more}</p>
            </>
          )}
        </div>
      </div>
      <div class="fig-controls">
        <button type="button" class="fig-button main" onClick={() => set(learn(state))}>
          {say.learn}
        </button>
        <button
          type="button"
          class="fig-button hold"
          aria-pressed={!moving}
          onClick={() => setMoving(!moving)}
        >
          {say.pause}
        </button>
        {[0, 1].map((i) => (
          <Slider
            key={i}
            label={<Sym of="x" index={i + 1} />}
            value={state.x[i]!}
            min={-1}
            max={1}
            step={0.05}
            show={(value) => fixed(value, 2)}
            onChange={(next) => set({ ...state, x: state.x.with(i, next) })}
          />
        ))}
        <Slider
          label={say.target}
          value={state.y}
          min={0}
          max={1}
          step={0.05}
          show={(value) => fixed(value, 2)}
          onChange={(y) => set({ ...state, y })}
        />
      </div>
    </Frame>
  );
}
