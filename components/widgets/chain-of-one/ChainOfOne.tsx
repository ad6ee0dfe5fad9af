import { fill } from '@book/ui';
import { CheckGradient } from '@components/controls/CheckGradient';
import { Select } from '@components/controls/Select';
import { Slider } from '@components/controls/Slider';
import { Formula, Num, Partial, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, short } from '@components/figure/format';
import { useWidgetState } from '@components/figure/state';
import { useMemo } from 'preact/hooks';
import { Chart } from './Chart';
import { messages } from './messages';
import { choosable, compare, fewestLayers, first, model, mostLayers, schema } from './model';

const widget = 'chain-of-one';

export default function ChainOfOne(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const { L, layer, w } = state;
  const now = useMemo(() => model(state), [state]);
  const { links, ratio, verdict } = now;
  const seen = links[layer - 1]!;
  const after = links[layer];
  const times = ratio > 1 ? ratio : 1 / ratio;
  const slopeOf = (l: number) => (
    <>
      <Sym of="f" layer={l} mark="′" />(<Sym of="z" layer={l} />)
    </>
  );

  const product = links
    .slice(0, -1)
    .map(({ factor }) => factor!)
    .reduce((p, q) => p * q, 1);
  const numbers = (
    <>
      {links.toReversed().map(({ l, factor, slope, delta }) => (
        <Formula key={l} equation={factor === undefined ? undefined : 've-delta-chain'}>
          <Sym of="delta" layer={l} /> ={' '}
          {factor === undefined ? (
            <>
              (<Sym of="a" layer={L} /> − <Sym of="y" />) · {slopeOf(l)} = ({fixed(now.output, 6)} −
              1) · {short(slope, 5)}
            </>
          ) : (
            <>
              <Sym of="W" layer={l + 1} /> · {slopeOf(l)} · <Sym of="delta" layer={l + 1} /> ={' '}
              {short(w)} · {short(slope, 5)} · ({short(links[l]!.delta, 5)})
            </>
          )}{' '}
          ≈ <Num of="delta">{short(delta, 5)}</Num>
        </Formula>
      ))}
      <Formula equation="ve-grad-chain">
        <Sym of="delta" layer={1} /> / <Sym of="delta" layer={L} /> ≈ {short(product, 5)}
      </Formula>
    </>
  );

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => numbers}
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split chain">
        <div class="fig-stage">
          <Chart
            lang={lang}
            model={now}
            layer={layer}
            onLook={(to) => set({ ...state, layer: to })}
          />
        </div>
        <div class="fig-says">
          <p aria-live="polite" class="verdict">
            {fill(say.says[verdict], { times: short(times, 3) })}
          </p>
          <dl class="ends">
            <div>
              <dt>
                {say.lastLayer}: <Partial of="W" layer={L} />
              </dt>
              <dd>
                <Num of="grad">{short(links.at(-1)!.gradient, 4)}</Num>
              </dd>
            </div>
            <div>
              <dt>
                {say.firstLayer}: <Partial of="W" layer={1} />
              </dt>
              <dd>
                <Num of="grad">{short(links[0]!.gradient, 4)}</Num>
              </dd>
            </div>
          </dl>
          <div class="factor-says">
            <p class="soft">{fill(say.look, { l: layer })}</p>
            {after ? (
              <>
                <Formula>
                  <Sym of="delta" layer={layer} /> = <Sym of="W" layer={layer + 1} /> ·{' '}
                  {slopeOf(layer)} · <Sym of="delta" layer={layer + 1} />
                </Formula>
                <Formula>
                  = <Num of="W">{short(w, 3)}</Num> · <Num of="f">{short(seen.slope, 4)}</Num> ·{' '}
                  <Num of="delta">({short(after.delta, 4)})</Num> ≈{' '}
                  <Num of="delta">{short(seen.delta, 4)}</Num>
                </Formula>
                <p>
                  {say.factor}: {short(w, 3)} · {short(seen.slope, 4)} ≈{' '}
                  <b class="num">{short(seen.factor!, 4)}</b>
                </p>
              </>
            ) : (
              <>
                <p>{say.last}</p>
                <Formula>
                  <Sym of="delta" layer={layer} /> ≈ <Num of="delta">{short(seen.delta, 4)}</Num>
                </Formula>
              </>
            )}
          </div>
          <CheckGradient
            lang={lang}
            of={<Partial of="W" layer={layer} />}
            subject={JSON.stringify(state)}
            compare={() => compare(state)}
          />
        </div>
      </div>
      <div class="fig-controls">
        <Select
          label={say.activation}
          value={state.f}
          options={choosable.map((value) => ({ value, text: say.names[value] }))}
          onChange={(f) => set({ ...state, f })}
        />
        <Slider
          label={say.weight}
          value={w}
          min={-8}
          max={8}
          step={0.1}
          show={(value) => fixed(value, 1)}
          onChange={(to) => set({ ...state, w: to })}
        />
        <Slider
          label={say.layers}
          value={L}
          min={fewestLayers}
          max={mostLayers}
          step={1}
          show={String}
          onChange={(to) => set({ ...state, L: to, layer: Math.min(layer, to) })}
        />
        <Slider
          label={say.bias}
          value={state.b}
          min={-4}
          max={4}
          step={0.1}
          show={(value) => fixed(value, 1)}
          onChange={(b) => set({ ...state, b })}
        />
        <Slider
          label={say.input}
          value={state.x}
          min={-2}
          max={2}
          step={0.1}
          show={(value) => fixed(value, 1)}
          onChange={(to) => set({ ...state, x: to })}
        />
      </div>
    </Frame>
  );
}
