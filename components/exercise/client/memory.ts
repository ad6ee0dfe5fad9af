import type { Attempt, Outcome } from '@book/progress/record';
import { openProgress, type ProgressStore } from '@book/progress/store';

let opened: Promise<ProgressStore> | undefined;
let asked = false;

/** The reader's progress, opened when it is first needed. */
export const memory = (): Promise<ProgressStore> => {
  opened ??= openProgress();
  return opened;
};

/** An answer as it goes into the log. */
export interface Answer {
  exercise: string;
  seed: number;
  outcome: Outcome;
  hints: number;
  mistake?: string | undefined;
}

/** Writes an answer down. @returns why it lasts for this visit only, if it does */
export async function remember(answer: Answer): Promise<ProgressStore['trouble']> {
  const store = await memory();
  const { mistake, ...rest } = answer;
  const attempt: Attempt = {
    key: crypto.randomUUID(),
    at: Date.now(),
    ...rest,
    ...(mistake && /^[a-z0-9-]+$/.test(mistake) ? { mistake } : {}),
  };
  await store.addAttempt(attempt);
  if (!asked) {
    asked = true;
    // Browsers may clear storage that was not asked to last.
    void navigator.storage?.persist?.().catch(() => false);
  }
  return store.trouble;
}
