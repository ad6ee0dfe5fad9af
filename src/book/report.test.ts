import { expect, test } from 'vitest';
import manifest from '../../package.json';
import { reportUrl } from './report';

const repository = 'https://github.com/owner/name';

test('a report names what is in doubt, the state it was in and the edition', () => {
  const state = 's=%7B"step"%3A12%7D&x=1';
  const address = reportUrl(
    { kind: 'figure', id: 'backprop-stepper', state, lang: 'en' },
    repository,
  );
  const query = new URL(address!).searchParams;
  expect(query.get('title')).toBe('Doubt: figure backprop-stepper');
  expect(query.get('body')).toContain(state);
  expect(query.get('body')).toContain(`edition: ${manifest.version}, `);
});

test('without a repository there is nothing to link to', () => {
  expect(reportUrl({ kind: 'page', id: 'glossary', lang: 'zh' }, undefined)).toBeUndefined();
});
