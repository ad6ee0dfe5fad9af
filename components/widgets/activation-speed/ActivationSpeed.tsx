import { fill } from '@book/ui';
import { Slider } from '@components/controls/Slider';
import { Formula } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, short } from '@components/figure/format';
import { useWidgetState } from '@components/figure/state';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { messages, timedText } from './messages';
import { first, type Model, measure, model, recorded, schema, type Timing } from './model';

const widget = 'activation-speed';

/** Lets the page draw and answer between two timings. */
const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

export default function ActivationSpeed(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const [timing, setTiming] = useState<Timing | undefined>();
  const [running, setRunning] = useState(false);
  const now = useMemo(() => model(state, timing ?? recorded), [state, timing]);
  const { inputs } = state;

  const gone = useRef(false);
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );
  const start = async (): Promise<void> => {
    setRunning(true);
    await pause();
    const measured = await measure(state, () => performance.now(), pause);
    if (gone.current) return;
    setTiming(measured);
    setRunning(false);
  };

  const reset = (): void => {
    setTiming(undefined);
    ws.reset();
  };
  const share = (part: number) => short(100 * part, 2);
  return (
    <Frame
      {...props}
      widget={widget}
      state={{ ...ws, reset }}
      numbers={() => <Numbers {...{ now, inputs }} />}
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split speed">
        <div class="fig-stage">
          <Bars {...{ say, now, inputs }} />
        </div>
        <div class="fig-says">
          <p class="soft" role="status">
            {running ? say.running : timing ? say.here : say.recorded}
          </p>
          <p class="speed-means">
            {fill(say.means, {
              inputs,
              slowest: timedText[now.slowest],
              share: share(now.slowestShare),
              relu: share(now.reluShare),
            })}
          </p>
        </div>
      </div>
      <div class="fig-controls">
        <button type="button" class="fig-button main" disabled={running} onClick={start}>
          {timing ? say.again : say.measure}
        </button>
        <Slider
          label={say.inputs}
          value={inputs}
          min={1}
          max={1000}
          step={1}
          show={String}
          onChange={(next) => set({ ...state, inputs: next })}
        />
        <Slider
          label={say.count}
          value={state.logCount}
          min={3}
          max={5.5}
          step={0.5}
          show={(log) => String(Math.round(10 ** log))}
          onChange={(logCount) => set({ ...state, logCount })}
        />
      </div>
    </Frame>
  );
}

interface BarsProps {
  say: (typeof messages)['en'];
  now: Model;
  inputs: number;
}

/** A bar for every function and one for the weighted sum, all on the scale of the functions. */
function Bars({ say, now, inputs }: BarsProps) {
  const most = Math.max(...now.rows.map(({ ns }) => ns)) * 1.02;
  const bar = (ns: number) => (
    <span class="speed-track">
      <span
        class={`speed-bar ${ns > most ? 'beyond' : ''}`}
        style={{ width: `${Math.min(100, (100 * ns) / most).toFixed(1)}%` }}
      />
    </span>
  );
  return (
    <table class="speed-table" aria-label={say.table}>
      <thead>
        <tr>
          <th scope="col">{say.name}</th>
          <td class="speed-cell" />
          <th scope="col">{say.ns}</th>
          <th scope="col">{say.times}</th>
        </tr>
      </thead>
      <tbody>
        {now.rows.map(({ name, ns, times }) => (
          <tr key={name}>
            <th scope="row">{timedText[name]}</th>
            <td class="speed-cell">{bar(ns)}</td>
            <td>{fixed(ns, 1)}</td>
            <td>×{fixed(times, 1)}</td>
          </tr>
        ))}
        <tr class="speed-sum">
          <th scope="row">{fill(say.sum, { inputs })}</th>
          <td class="speed-cell">{bar(now.sum)}</td>
          <td>{fixed(now.sum, 1)}</td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}

/** The share of a function in the time of its unit. */
const Numbers = ({ now, inputs }: { now: Model; inputs: number }) => (
  <>
    {now.rows.map(({ name, ns }) => (
      <Formula key={name}>
        {timedText[name]}: {fixed(ns, 2)} / ({fixed(ns, 2)} + {inputs}·{short(now.sum / inputs, 3)})
        ≈ {short((100 * ns) / (ns + now.sum), 3)}%
      </Formula>
    ))}
  </>
);
