import { fill } from '@book/ui';
import { PlayBar } from '@components/controls/PlayBar';
import { AnotherSeed, SeedField } from '@components/controls/Seed';
import { Slider } from '@components/controls/Slider';
import { Formula, Num, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed } from '@components/figure/format';
import { useWidgetState } from '@components/figure/state';
import { useMemo } from 'preact/hooks';
import { Chart } from './Chart';
import { messages } from './messages';
import { first, model, type State, samples, schema, steps } from './model';
import { Panel } from './Panel';

const widget = 'who-learns';

export default function WhoLearns(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState<State>(widget, schema, first);
  const { state, set } = ws;
  const { seed, sure, alpha, at } = state;
  const { data, learners } = useMemo(() => model(state), [seed, sure, alpha]);

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() =>
        learners.map(({ name, moments }) => {
          const { W, b } = moments[at]!;
          return (
            <div key={name}>
              <p class="soft">{say.names[name]}</p>
              {W.map(([p = 0, q = 0], j) => (
                <Formula key={j}>
                  <Sym of="z" index={j + 1} /> = {fixed(p, 4)} <Sym of="x" index={1} />{' '}
                  {q < 0 ? '−' : '+'} {fixed(Math.abs(q), 4)} <Sym of="x" index={2} />{' '}
                  {b[j]! < 0 ? '−' : '+'} {fixed(Math.abs(b[j]!), 4)}
                </Formula>
              ))}
            </div>
          );
        })
      }
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="who">
        <div class="who-panels">
          {learners.map((learner) => {
            const { right, loss, yes } = learner.moments[at]!;
            return (
              <div key={learner.name} class="who-panel">
                <p class="who-name">{say.names[learner.name]}</p>
                <div class="fig-stage">
                  <Panel {...{ lang, learner, data, at }} />
                </div>
                <dl>
                  <div>
                    <dt>{say.right}</dt>
                    <dd>
                      <b>{fill(say.ofPoints, { right, all: samples })}</b>
                    </dd>
                  </div>
                  <div>
                    <dt>{say.yes}</dt>
                    <dd>{fixed(yes, 2)}</dd>
                  </div>
                  <div>
                    <dt>{say.ownLoss}</dt>
                    <dd>
                      <Num of="L">{fixed(loss, 4)}</Num>
                    </dd>
                  </div>
                </dl>
              </div>
            );
          })}
        </div>
        <div class="fig-split who-course">
          <div class="fig-stage">
            <Chart {...{ lang, learners, at }} />
          </div>
          <div class="fig-says" aria-live="polite">
            <p>{say.summary}</p>
            <dl>
              {learners.map(({ name, done }) => (
                <div key={name}>
                  <dt class={name}>{say.names[name]}</dt>
                  <dd>{done === undefined ? say.never : fill(say.doneAt, { n: done })}</dd>
                </div>
              ))}
            </dl>
          </div>
        </div>
      </div>
      <div class="fig-controls">
        <PlayBar
          lang={lang}
          at={at}
          steps={steps}
          phases={[{ name: say.phase, tone: 'update', length: steps }]}
          spoken={fill(say.spoken, { n: at })}
          milliseconds={60}
          onMove={(to) => set((now) => ({ ...now, at: to }))}
        />
        <Slider
          label={say.sure}
          value={sure}
          min={0}
          max={4}
          step={0.25}
          show={(value) => fixed(value, 2)}
          onChange={(next) => set({ ...state, sure: next })}
        />
        <Slider
          label={say.alpha}
          value={alpha}
          min={0.1}
          max={2}
          step={0.1}
          show={(value) => fixed(value, 1)}
          onChange={(next) => set({ ...state, alpha: next })}
        />
        <SeedField
          lang={lang}
          value={seed}
          max={999}
          onChange={(next) => set({ ...state, seed: next })}
        />
        <AnotherSeed
          lang={lang}
          value={seed}
          max={999}
          onChange={(next) => set({ ...state, seed: next })}
        >
          {say.again}
        </AnotherSeed>
      </div>
    </Frame>
  );
}
