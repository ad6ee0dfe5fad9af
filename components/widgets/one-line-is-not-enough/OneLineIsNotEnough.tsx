import { fill } from '@book/ui';
import { PlayBar } from '@components/controls/PlayBar';
import { AnotherSeed, SeedField } from '@components/controls/Seed';
import { Select } from '@components/controls/Select';
import { Slider } from '@components/controls/Slider';
import { Formula, Num, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed } from '@components/figure/format';
import { useWidgetState } from '@components/figure/state';
import { useMemo, useState } from 'preact/hooks';
import { History } from './History';
import { LineHandles } from './LineHandles';
import { messages } from './messages';
import { type Model, model } from './model';
import { back, Plane, place } from './Plane';
import { drawers, first, frames, type State, schema, sets } from './state';
import { verdict } from './verdict';

const widget = 'one-line-is-not-enough';

export default function OneLineIsNotEnough(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  // Training runs by itself when the reader has asked for it in this figure, not from a link.
  const [asked, setAsked] = useState(false);
  const result = useMemo(() => model(state), [state]);
  const { points, wrong } = result;
  const byHand = state.by === 'hand';

  const let_ = (by: State['by']): void => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    setAsked(!still);
    set({ ...state, by, frame: still && by !== 'hand' ? frames : 0 });
  };
  const count = { all: points.length, wrong };

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => <Numbers model={result} />}
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split one-line">
        <div class="fig-stage">
          <Plane lang={lang} model={result}>
            {byHand && <LineHandles {...{ lang, state, place, back }} onChange={set} />}
          </Plane>
        </div>
        <div class="fig-says">
          <p class={`big ${wrong === 0 ? 'is-right' : 'is-wrong'}`}>
            {fill(wrong === 0 ? say.none : say.wrong, count)}
          </p>
          <p class="verdict" aria-live="polite">
            {verdict(state, result, lang)}
          </p>
          {result.line && <LineFormula line={result.line} />}
          {!byHand && (
            <>
              <p class="soft">
                {fill(state.by === 'network' ? say.steps : say.seen, { done: result.done })}
              </p>
              <History lang={lang} counts={result.history} most={points.length} />
            </>
          )}
        </div>
      </div>
      <div class="fig-controls">
        {byHand ? (
          <>
            <button type="button" class="fig-button" onClick={() => let_('perceptron')}>
              {say.letPerceptron}
            </button>
            <button type="button" class="fig-button main" onClick={() => let_('network')}>
              {say.letNetwork}
            </button>
          </>
        ) : (
          <PlayBar
            key={`${state.by} ${state.set} ${state.seed} ${state.hidden}`}
            lang={lang}
            at={state.frame}
            steps={frames}
            phases={[{ name: say.training, tone: 'update', length: 1 }]}
            spoken={`${fill(say.wrong, count)}`}
            milliseconds={state.by === 'network' ? 60 : 140}
            started={asked ? 1 : 0}
            onMove={(frame) => set({ ...state, frame })}
          />
        )}
        <Select
          label={say.points}
          value={state.set}
          options={sets.map((value) => ({ value, text: say.sets[value] }))}
          onChange={(chosen) => set({ ...state, set: chosen, frame: 0 })}
        />
        <Select
          label={say.by}
          value={state.by}
          options={drawers.map((value) => ({ value, text: say.drawers[value] }))}
          onChange={let_}
        />
        {state.by === 'network' && (
          <Slider
            label={say.hidden}
            value={state.hidden}
            min={1}
            max={8}
            step={1}
            show={(value) => fixed(value, 0)}
            onChange={(hidden) => set({ ...state, hidden, frame: 0 })}
          />
        )}
        {!byHand && (
          <>
            <SeedField
              lang={lang}
              value={state.seed}
              onChange={(seed) => set({ ...state, seed, frame: 0 })}
            />
            <AnotherSeed
              lang={lang}
              value={state.seed}
              onChange={(seed) => {
                setAsked(true);
                set({ ...state, seed, frame: 0 });
              }}
            >
              {say.again}
            </AnotherSeed>
          </>
        )}
      </div>
    </Frame>
  );
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'} ${fixed(Math.abs(value), 2)}`;

/** z = W₁x₁ + W₂x₂ + b, in letters and with the numbers of the present line. */
function LineFormula({ line: { W, b } }: { line: NonNullable<Model['line']> }) {
  const [one, two] = [<Sym of="x" index={1} />, <Sym of="x" index={2} />];
  return (
    <div>
      <Formula>
        <Sym of="z" /> = <Sym of="W" index={1} /> {one} + <Sym of="W" index={2} /> {two} +{' '}
        <Sym of="b" />
      </Formula>
      <Formula>
        <Sym of="z" /> ≈ <Num of="W">{fixed(W[0], 2)}</Num> {one} <Num of="W">{signed(W[1])}</Num>{' '}
        {two} <Num of="b">{signed(b)}</Num>
      </Formula>
    </div>
  );
}

/** Every point's sum and answer; for the rings, of the first eight. */
function Numbers({ model: { points, line, layers, z } }: { model: Model }) {
  return (
    <>
      {points.slice(0, 8).map((point, s) => (
        <Formula key={s} equation={layers ? 'wn-output' : 'wn-z'}>
          <Sym of="x" index={1} /> = {fixed(point.at[0], 2)}, <Sym of="x" index={2} /> ={' '}
          {fixed(point.at[1], 2)}: <Sym of="z" {...(layers && { layer: 2 })} /> ≈{' '}
          {line && (
            <>
              {fixed(line.W[0], 4)}·{fixed(point.at[0], 2)} {signed4(line.W[1])}·
              {fixed(point.at[1], 2)} {signed4(line.b)} ≈{' '}
            </>
          )}
          <Num of="z">{fixed(z[s]!, 4)}</Num>, <Sym of="y" /> = {point.y}
        </Formula>
      ))}
    </>
  );
}

const signed4 = (value: number): string => `${value < 0 ? '−' : '+'} ${fixed(Math.abs(value), 4)}`;
