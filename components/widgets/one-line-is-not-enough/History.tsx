import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { linearScale, linePath } from '@components/figure/scale';
import { messages } from './messages';
import { frames } from './state';

interface HistoryProps {
  lang: Lang;
  /** Wrong points at every frame so far. */
  counts: readonly number[];
  most: number;
}

const width = 300;
const height = 56;

/** How many points were wrong, frame by frame: a stair that reaches the ground line or never does. */
export function History({ lang, counts, most }: HistoryProps) {
  const say = messages[lang];
  const x = linearScale([0, frames], [1, width - 1]);
  const y = linearScale([0, most], [height - 3, 3]);
  const stairs = counts.flatMap((count, frame) => [
    [x(frame), y(count)] as const,
    [x(Math.min(frames, frame + 1)), y(count)] as const,
  ]);
  const spoken = fill(say.historySpoken, { most: Math.max(...counts), now: counts.at(-1) ?? 0 });
  return (
    <div class="history">
      <p class="soft">{say.history}</p>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken}>
        <line x1={0} x2={width} y1={y(0)} y2={y(0)} class="ground-line" />
        <path d={linePath(stairs)} class="stairs" />
      </svg>
    </div>
  );
}
