import { fill } from '@book/ui';
import { NumberField } from '@components/controls/NumberField';
import { PlayBar } from '@components/controls/PlayBar';
import { AnotherSeed, SeedField } from '@components/controls/Seed';
import { Select } from '@components/controls/Select';
import { Slider } from '@components/controls/Slider';
import { Formula, Num, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { exact, fixed } from '@components/figure/format';
import { useWidgetState } from '@components/figure/state';
import { useMemo } from 'preact/hooks';
import { messages } from './messages';
import {
  first,
  highest,
  lowest,
  model,
  modes,
  mostBatches,
  moved,
  rows,
  type State,
  schema,
  undone,
  verdictOf,
} from './model';
import { Rows } from './Rows';

const widget = 'bn-steps';

/** The normalised or the final value of a sample, lit together with its z. */
const Changed = ({ letter, index }: { letter: string; index?: number }) => (
  <span class="sym sym-z" data-sym="z" data-index={index}>
    <i>{letter}</i>
    {index !== undefined && <sub>{index}</sub>}
  </span>
);

const bracketed = (value: number, text: string): string => (value < 0 ? `(${text})` : text);

interface LinesProps {
  state: State;
  /** Whether mean and variance, which all samples share, come first. */
  shared?: boolean;
}

/** The formulas of one sample, as far as the rows are shown. */
function Lines({ state, shared = true }: LinesProps) {
  const now = model(state);
  const { used, values, epsilon } = now;
  const bar = state.mode === 'inference';
  const s = state.sample;
  const i = s - 1;
  const [mean, variance] = bar
    ? [<span class="over">μ</span>, <span class="over">σ²</span>]
    : [<i>μ</i>, <i>σ²</i>];
  const [z, centred, hat, out] = rows.map((row) => values[row][i]!) as [
    number,
    number,
    number,
    number,
  ];
  return (
    <div>
      {shared && (
        <>
          <Formula equation={bar ? 'bn-running-mean' : 'bn-mean'}>
            {mean} ≈ <span class="num">{fixed(used.mean, 4)}</span>
          </Formula>
          <Formula equation={bar ? 'bn-running-variance' : 'bn-variance'}>
            {variance} ≈ <span class="num">{fixed(used.variance, 4)}</span>
          </Formula>
        </>
      )}
      {state.at >= 1 && (
        <Formula>
          <Sym of="z" index={s} /> − {mean} ≈ {exact(z)} −{' '}
          {bracketed(used.mean, fixed(used.mean, 4))} = <span class="num">{fixed(centred, 4)}</span>
        </Formula>
      )}
      {state.at >= 2 && (
        <Formula equation={bar ? undefined : 'bn-normalise'}>
          <Changed letter="ẑ" index={s} /> ≈ {fixed(centred, 4)} / √({fixed(used.variance, 4)} +{' '}
          {fixed(epsilon, 5)}) ≈ <Num of="z">{fixed(hat, 4)}</Num>
        </Formula>
      )}
      {state.at >= 3 && (
        <Formula equation={bar ? 'bn-inference' : 'bn-scale-shift'}>
          <Changed letter="z̃" index={s} /> = {bracketed(state.gamma, fixed(state.gamma, 3))} ·{' '}
          {bracketed(hat, fixed(hat, 4))} + {bracketed(state.beta, fixed(state.beta, 3))} ≈{' '}
          <Num of="z">{fixed(out, 4)}</Num>
        </Formula>
      )}
    </div>
  );
}

export default function BnSteps(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const now = useMemo(() => model(state), [state]);
  const dragged = state.z.some((z, i) => z !== first.z[i]);
  const before = useMemo(
    () => (dragged ? model({ ...state, z: first.z }) : undefined),
    [dragged, state],
  );
  const row = rows[state.at]!;
  const back = undone(state);
  const { values } = now;

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => (
        <>
          {state.z.map((_, i) => (
            <Lines key={i} state={{ ...state, sample: i + 1, at: 3 }} shared={i === 0} />
          ))}
        </>
      )}
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split bn-steps">
        <div class="fig-stage">
          <Rows
            lang={lang}
            state={state}
            model={now}
            before={before}
            onMove={(sample, to) => set(moved(state, sample, to))}
            onLook={(sample) => set((latest) => ({ ...latest, sample }))}
          />
          <PlayBar
            lang={lang}
            at={state.at}
            steps={rows.length - 1}
            phases={[{ name: say.phase, tone: 'forward', length: rows.length - 1 }]}
            spoken={say.rows[row]}
            onMove={(at) => set({ ...state, at })}
          />
        </div>
        <div class="fig-says">
          <p class="verdict" aria-live="polite">
            {fill(say.says[verdictOf(state, now)], { n: state.batches })}
          </p>
          <p class="soft step-says">{say.steps[row]}</p>
          <div class="bn-lines">
            <Lines state={state} />
          </div>
          <table class="bn-table">
            <thead>
              <tr>
                <th>{say.sample}</th>
                <th>
                  <Sym of="z" />
                </th>
                <th>
                  <Changed letter="ẑ" />
                </th>
                <th>
                  <Changed letter="z̃" />
                </th>
              </tr>
            </thead>
            <tbody>
              {state.z.map((z, i) => (
                <tr key={i} class={state.sample === i + 1 ? 'held' : undefined}>
                  <th scope="row">{i + 1}</th>
                  <td class="num">{fixed(z, 1)}</td>
                  <td class="num">{state.at >= 2 ? fixed(values.hat[i]!, 3) : '·'}</td>
                  <td class="num">{state.at >= 3 ? fixed(values.out[i]!, 3) : '·'}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <dl class="bn-statistics">
            {(
              [
                [say.batchStatistics, now.mean, now.variance, state.mode === 'training'],
                [
                  say.runningStatistics,
                  now.runningMean,
                  now.runningVariance,
                  state.mode === 'inference',
                ],
              ] as const
            ).map(([name, mean, variance, used]) => (
              <div key={name} class={used ? 'used' : undefined}>
                <dt>{name}</dt>
                <dd>
                  {say.mean} <span class="num">{fixed(mean, 3)}</span>
                  {say.and}
                  {say.variance} <span class="num">{fixed(variance, 3)}</span>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
      <div class="fig-controls">
        <Select
          label={say.mode}
          value={state.mode}
          options={modes.map((value) => ({ value, text: say.modes[value] }))}
          onChange={(mode) => set({ ...state, mode })}
        />
        <NumberField
          lang={lang}
          label={fill(say.value, { s: state.sample })}
          name={fill(say.value, { s: state.sample })}
          value={state.z[state.sample - 1]!}
          min={lowest}
          max={highest}
          step={0.1}
          onChange={(to) => set(moved(state, state.sample, to))}
        />
        <Slider
          label={say.gamma}
          value={state.gamma}
          min={-3}
          max={3}
          step={0.1}
          show={(value) => fixed(value, 2)}
          onChange={(gamma) => set({ ...state, gamma })}
        />
        <Slider
          label={say.beta}
          value={state.beta}
          min={-3}
          max={3}
          step={0.1}
          show={(value) => fixed(value, 2)}
          onChange={(beta) => set({ ...state, beta })}
        />
        <button
          type="button"
          class="fig-button"
          disabled={!back}
          title={back ? undefined : say.undoTooFar}
          onClick={() => back && set(back)}
        >
          {say.undo}
        </button>
      </div>
      <div class="fig-controls">
        <Slider
          label={say.batches}
          value={state.batches}
          min={0}
          max={mostBatches}
          step={1}
          show={String}
          onChange={(batches) => set({ ...state, batches })}
        />
        <SeedField lang={lang} value={state.seed} onChange={(seed) => set({ ...state, seed })} />
        <AnotherSeed lang={lang} value={state.seed} onChange={(seed) => set({ ...state, seed })}>
          {say.again}
        </AnotherSeed>
      </div>
    </Frame>
  );
}
