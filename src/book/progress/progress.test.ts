import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Attempt, merge, type Progress } from './record';
import { standings } from './review';
import { openProgress } from './store';
import { exportProgress, importProgress } from './transfer';

const day = 86_400_000;
const noon = Date.UTC(2026, 0, 1, 12);

let count = 0;
const attempt = (over: Partial<Attempt> = {}): Attempt => ({
  key: `attempt-${count++}`,
  exercise: 'fb-hidden-delta',
  seed: 1,
  at: noon,
  outcome: 'right',
  hints: 0,
  ...over,
});

const attempts = fc.record({
  key: fc.stringMatching(/^[a-f0-9]{8,12}$/),
  exercise: fc.constantFrom('one', 'two', 'three'),
  seed: fc.nat(4),
  at: fc.integer({ min: noon, max: noon + 30 * day }),
  outcome: fc.constantFrom('right' as const, 'wrong' as const, 'shown' as const),
  hints: fc.nat(3),
});
const drafts = fc.record({
  exercise: fc.constantFrom('one', 'two'),
  text: fc.string({ maxLength: 30 }),
  at: fc.integer({ min: noon, max: noon + day }),
});
const progress: fc.Arbitrary<Progress> = fc.record({
  attempts: fc.uniqueArray(attempts, { selector: ({ key }) => key }),
  drafts: fc.uniqueArray(drafts, { selector: ({ exercise }) => exercise }),
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('merging', () => {
  it('loses nothing, whatever the order and however often', () => {
    fc.assert(
      fc.property(progress, progress, (p, q) => {
        const both = merge(p, q);
        const keys = new Set([...p.attempts, ...q.attempts].map(({ key }) => key));
        expect(both.attempts.map(({ key }) => key).sort()).toEqual([...keys].sort());
        expect(merge(q, p)).toEqual(both);
        expect(merge(both, p)).toEqual(both);
      }),
    );
  });

  it('keeps the later of two drafts', () => {
    const older = { exercise: 'one', text: 'older', at: noon };
    const newer = { exercise: 'one', text: 'newer', at: noon + 1 };
    const of = (draft: typeof older): Progress => ({ attempts: [], drafts: [draft] });
    expect(merge(of(newer), of(older)).drafts).toEqual([newer]);
  });
});

describe('a file', () => {
  it('gives back what was exported', () => {
    fc.assert(
      fc.property(progress, (p) => {
        expect(importProgress(exportProgress(p, noon))).toEqual({ ok: true, progress: p });
      }),
    );
  });

  it('is read in full or refused when 1,000 of its copies are damaged', () => {
    const whole = exportProgress({ attempts: [attempt(), attempt()], drafts: [] }, noon);
    let refused = 0;
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.string({ maxLength: 4 }), (at, junk) => {
        const result = importProgress(whole.slice(0, at) + junk + whole.slice(at + 3));
        if (!result.ok) refused++;
        else expect(result.progress.attempts).toHaveLength(2);
      }),
      { numRuns: 1000 },
    );
    expect(refused).toBeGreaterThan(500);
  });

  it.each([
    ['{', 'not-json'],
    ['{"format":"something-else","version":1}', 'other-file'],
    ['[]', 'other-file'],
    ['{"format":"forward-and-back/progress","version":99}', 'newer'],
    ['{"format":"forward-and-back/progress","version":1,"attempts":[],"drafts":3}', 'damaged'],
  ])('%s is refused: %s', (text, reason) => {
    const result = importProgress(text);
    expect(result.ok ? 'read' : result.refusal.reason).toBe(reason);
  });

  it('names the first value that is damaged', () => {
    const bad = exportProgress({ attempts: [attempt({ hints: 7 })], drafts: [] }, noon);
    const result = importProgress(bad);
    expect(result).toEqual({
      ok: false,
      refusal: { reason: 'damaged', where: 'attempts.0.hints' },
    });
  });

  it('of an older version passes through every migration in turn', () => {
    const old = '{"format":"forward-and-back/progress","version":1,"answers":[]}';
    const steps = {
      1: ({ answers }: Record<string, unknown>) => ({ tries: answers }),
      2: ({ tries }: Record<string, unknown>) => ({ attempts: tries, drafts: [] }),
    };
    expect(importProgress(old, steps, 3)).toEqual({
      ok: true,
      progress: { attempts: [], drafts: [] },
    });
  });
});

describe('review', () => {
  const of = (...log: Attempt[]) => standings(log).get('fb-hidden-delta');

  it('asks again after days when right at once, sooner with help, soonest when looked up', () => {
    const good = of(attempt())?.due ?? 0;
    const hard = of(attempt({ hints: 2 }))?.due ?? 0;
    const again = of(attempt({ outcome: 'shown' }))?.due ?? 0;
    expect(good - noon).toBeGreaterThanOrEqual(2 * day);
    expect(good).toBeGreaterThan(hard);
    expect(hard).toBeGreaterThanOrEqual(again);
    expect(again).toBeGreaterThan(noon);
  });

  it('waits longer after each success with fresh numbers', () => {
    const first = of(attempt())?.due ?? 0;
    const second = of(attempt(), attempt({ seed: 2, at: first }))?.due ?? 0;
    expect(second - first).toBeGreaterThan(first - noon);
  });

  it('counts one set of numbers once', () => {
    const once = of(attempt());
    const twice = of(attempt(), attempt({ at: noon + day }));
    expect(twice).toEqual(once);
  });

  it('tells done from helped, and forgets a mistake that was mended', () => {
    expect(of(attempt({ outcome: 'wrong', mistake: 'no-slope' }))).toMatchObject({
      state: 'new',
      due: undefined,
      mistake: 'no-slope',
    });
    const mended = of(
      attempt({ outcome: 'wrong', mistake: 'no-slope' }),
      attempt({ at: noon + 1 }),
    );
    expect(mended).toMatchObject({ state: 'done', mistake: undefined, finished: 1 });
    expect(of(attempt({ hints: 1 }))?.state).toBe('helped');
    expect(of(attempt({ outcome: 'shown' }))?.state).toBe('helped');
  });
});

describe('the store', () => {
  it('keeps attempts and drafts from one visit to the next', async () => {
    const first = attempt();
    const draft = { exercise: 'one', text: 'return z', at: noon };
    const before = await openProgress();
    await before.addAttempt(first);
    await before.saveDraft(draft);
    const after = await openProgress();
    expect(await after.read()).toEqual({ attempts: [first], drafts: [draft] });
    expect(after.trouble).toBeUndefined();
  });

  it('loses none of 500 answers from each of two tabs', async () => {
    const [one, other] = await Promise.all([openProgress(), openProgress()]);
    await Promise.all(
      Array.from({ length: 500 }, () => [
        one.addAttempt(attempt()),
        other.addAttempt(attempt()),
      ]).flat(),
    );
    expect((await one.read()).attempts).toHaveLength(1000);
    expect((await other.read()).attempts).toHaveLength(1000);
  });

  it('does not let an older draft of another tab replace a newer one', async () => {
    const [one, other] = await Promise.all([openProgress(), openProgress()]);
    await one.saveDraft({ exercise: 'one', text: 'newer', at: noon + 5 });
    await other.saveDraft({ exercise: 'one', text: 'older', at: noon });
    expect((await one.read()).drafts[0]?.text).toBe('newer');
  });

  it('works in memory, and says so, where storage is blocked', async () => {
    globalThis.indexedDB = {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as IDBFactory;
    const store = await openProgress();
    await store.addAttempt(attempt());
    expect(store.trouble).toBe('blocked');
    expect((await store.read()).attempts).toHaveLength(1);
  });

  it('leaves out entries that are damaged and reads the rest', async () => {
    const store = await openProgress();
    await store.addAttempt(attempt());
    await store.addAttempt({ ...attempt(), seed: -1 });
    expect((await store.read()).attempts).toHaveLength(1);
    expect(store.damaged).toBe(1);
  });

  it('erases everything', async () => {
    const store = await openProgress();
    await store.addAttempt(attempt());
    await store.erase();
    expect(await store.read()).toEqual({ attempts: [], drafts: [] });
  });

  it('tells whoever watches, until they stop', async () => {
    const store = await openProgress();
    let told = 0;
    const stop = store.watch(() => told++);
    await store.addAttempt(attempt());
    stop();
    await store.addAttempt(attempt());
    expect(told).toBe(1);
  });
});
