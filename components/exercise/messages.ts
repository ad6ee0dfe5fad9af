import type { Text } from '@book/languages';

/** Words of the one-question checks. */
export const messages = {
  check: { zh: '检查一下', en: 'Check' },
  /** Read out before an answer that may be a formula alone. */
  option: { zh: '选项', en: 'Option' },
  right: { zh: '对。', en: 'Right.' },
  wrong: { zh: '不对。', en: 'No.' },
} as const satisfies Record<string, Text>;
