import type { Lang } from '@book/languages';
import { useEffect, useRef, useState } from 'preact/hooks';
import { controlMessages } from './messages';
import { useAlive } from './use-alive';

/** A stretch of steps that belong together: forward, backward, gradients. */
export interface Phase {
  name: string;
  /** Class that colours it. */
  tone: string;
  /** Number of steps. */
  length: number;
}

interface PlayBarProps {
  lang: Lang;
  /** Steps done, 0 … steps. */
  at: number;
  steps: number;
  phases: readonly Phase[];
  /** What the present step is called when it is read out. */
  spoken: string;
  onMove: (at: number) => void;
  /** Pause before each next step while playing. */
  milliseconds?: number;
  /** Whenever this grows, playing begins: something the reader pressed is to be seen in motion. */
  started?: number;
}

const speeds = [0.5, 1, 2, 4];

/** First, back, next, play, and a scrubber coloured by phase. */
export function PlayBar(props: PlayBarProps) {
  const { lang, at, steps, phases, spoken, onMove, milliseconds = 1200, started = 0 } = props;
  const say = controlMessages[lang];
  const alive = useAlive();
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const ended = at >= steps;

  useEffect(() => {
    if (!playing) return;
    if (ended) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => onMove(at + 1), milliseconds / speed);
    return () => clearTimeout(timer);
  }, [playing, at, ended, speed]);

  useEffect(() => {
    if (started > 0) setPlaying(true);
  }, [started]);

  // What nobody sees does not go on playing.
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!playing || !bar.current) return;
    const seen = new IntersectionObserver(([entry]) => {
      if (entry && !entry.isIntersecting) setPlaying(false);
    });
    const figure = bar.current.closest('figure') ?? bar.current;
    seen.observe(figure);
    return () => seen.disconnect();
  }, [playing]);

  const go = (to: number): void => {
    setPlaying(false);
    onMove(Math.min(steps, Math.max(0, to)));
  };
  return (
    <div class="play-bar" ref={bar}>
      <div class="play-buttons">
        <button
          type="button"
          class="fig-button"
          aria-label={say.first}
          disabled={at === 0}
          onClick={() => go(0)}
        >
          |◀&#xFE0E;
        </button>
        <button
          type="button"
          class="fig-button"
          aria-label={say.back}
          disabled={at === 0}
          onClick={() => go(at - 1)}
        >
          ◀&#xFE0E;
        </button>
        <button type="button" class="fig-button main" disabled={ended} onClick={() => go(at + 1)}>
          {say.next} ▶&#xFE0E;
        </button>
        <button
          type="button"
          class="fig-button"
          aria-pressed={playing}
          onClick={() => {
            if (ended) onMove(0);
            setPlaying(!playing);
          }}
        >
          {playing ? say.pause : say.play}
        </button>
        <span class="play-speed">
          {alive ? (
            <select
              aria-label={say.speed}
              value={String(speed)}
              onChange={(event) => setSpeed(Number(event.currentTarget.value))}
            >
              {speeds.map((x) => (
                <option key={x} value={x} selected={x === speed}>
                  ×{x}
                </option>
              ))}
            </select>
          ) : (
            <span class="field-rest">×{speed}</span>
          )}
        </span>
      </div>
      <div class="scrubber">
        <span class="scrubber-phases" aria-hidden="true">
          {phases.map(({ name, tone, length }) => (
            <span key={name} class={`phase ${tone}`} style={{ flexGrow: length }} />
          ))}
        </span>
        <input
          type="range"
          min={0}
          max={steps}
          step={1}
          value={at}
          aria-label={say.step}
          aria-valuetext={spoken}
          onInput={(event) => go(event.currentTarget.valueAsNumber)}
        />
      </div>
    </div>
  );
}
