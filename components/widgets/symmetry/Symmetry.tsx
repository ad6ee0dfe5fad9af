import { fill } from '@book/ui';
import { CheckGradient } from '@components/controls/CheckGradient';
import { PlayBar } from '@components/controls/PlayBar';
import { AnotherSeed } from '@components/controls/Seed';
import { Select } from '@components/controls/Select';
import { Slider } from '@components/controls/Slider';
import { Formula, Num, Partial, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, short } from '@components/figure/format';
import { type Change, useWidgetState } from '@components/figure/state';
import { useMemo, useState } from 'preact/hooks';
import { messages } from './messages';
import {
  compareGradient,
  first,
  frames,
  type Moment,
  momentOf,
  nudged,
  type State,
  schema,
  starts,
  steps,
  Training,
  units,
} from './model';
import { Plane } from './Plane';

const widget = 'symmetry';

/** Which sentence is true of a moment. */
function verdict({ stuck, groups }: Moment): 'stuck' | 'allEqual' | 'someEqual' | 'allDifferent' {
  if (stuck) return 'stuck';
  if (groups.length === 1) return 'allEqual';
  return groups.length === units ? 'allDifferent' : 'someEqual';
}

export default function Symmetry(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState<State>(widget, schema, first);
  const { state, set } = ws;
  // Each nudge lets training go on by itself, so that its effect is seen.
  const [started, setStarted] = useState(0);
  const { start, x, y, size, nudges, seed, frame } = state;
  const training = useMemo(() => new Training(state), [start, x, y, size, nudges, seed]);
  const untouched = useMemo(
    () => (nudges.length > 0 ? new Training({ ...state, nudges: [] }) : undefined),
    [start, x, y, seed, nudges.length > 0],
  );
  const run = training.upTo(frame);
  const now = momentOf(run, frame);
  const spoken = fill(say.step, { step: now.step, steps });
  const change = (part: Change<State>): void => set({ ...state, ...part });

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() =>
        now.units.map(({ w, gradient }, j) => (
          <Formula key={j}>
            <Sym of="W" layer={1} index={`${j + 1}1`} /> = {fixed(w[0], 12)},{' '}
            <Partial of="W" layer={1} index={`${j + 1}1`} /> ={' '}
            <Num of="grad">{short(gradient[0], 12)}</Num>
          </Formula>
        ))
      }
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split symmetry">
        <div class="fig-stage">
          <Plane
            {...{ lang, state, run }}
            untouched={untouched?.upTo(frame)}
            onStart={(nextX, nextY) => change({ x: nextX, y: nextY })}
          />
        </div>
        <div class="fig-says">
          <p class="soft">{spoken}</p>
          <p class="big">
            {say.loss} <Num of="L">{fixed(now.loss, 4)}</Num>
          </p>
          <p>
            <b>{fill(say.different, { n: now.groups.length })}</b>
          </p>
          <p class="verdict">{say[verdict(now)]}</p>
          <table class="weights">
            <thead>
              <tr>
                <th scope="col">{say.unit}</th>
                <th scope="col">
                  <Sym of="W" layer={1} index="j1" />
                </th>
                <th scope="col">
                  <Sym of="W" layer={1} index="j2" />
                </th>
                <th scope="col">
                  <Partial of="W" layer={1} index="j1" />
                </th>
              </tr>
            </thead>
            <tbody>
              {now.units.map(({ w, gradient }, j) => (
                <tr key={j}>
                  <th scope="row">{j + 1}</th>
                  <td>{fixed(w[0], 4)}</td>
                  <td>{fixed(w[1], 4)}</td>
                  <td>
                    <Num of="grad">{fixed(gradient[0], 6)}</Num>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="soft">
            {say.apart} <span class="num">{short(now.apart, 2)}</span>
          </p>
          <CheckGradient
            lang={lang}
            of={<Partial of="W" layer={1} index="11" />}
            subject={JSON.stringify(state)}
            compare={() => compareGradient(state)}
          />
        </div>
      </div>
      <div class="fig-controls">
        <PlayBar
          lang={lang}
          at={frame}
          steps={frames}
          phases={[{ name: say.learning, tone: 'update', length: 1 }]}
          spoken={spoken}
          milliseconds={60}
          started={started}
          onMove={(next) => set((before) => ({ ...before, frame: next }))}
        />
        <button
          type="button"
          class="fig-button main"
          disabled={start === 'random' || nudges.length === units - 1}
          onClick={() => {
            set(nudged(state));
            setStarted(started + 1);
          }}
        >
          {say.nudge}
        </button>
        <button
          type="button"
          class="fig-button"
          disabled={nudges.length === 0}
          onClick={() => change({ nudges: [] })}
        >
          {say.undo}
        </button>
        <Slider
          label={say.size}
          value={size}
          min={-6}
          max={0}
          step={0.5}
          show={(value) => short(10 ** value, 2)}
          onChange={(next) => change({ size: next })}
        />
        <Select
          label={say.start}
          value={start}
          options={starts.map((value) => ({ value, text: say.starts[value] }))}
          onChange={(next) => change({ start: next, nudges: [] })}
        />
        {start === 'random' && (
          <AnotherSeed
            lang={lang}
            value={seed}
            max={999}
            onChange={(next) => change({ seed: next })}
          >
            {fill(say.again, { seed })}
          </AnotherSeed>
        )}
      </div>
    </Frame>
  );
}
