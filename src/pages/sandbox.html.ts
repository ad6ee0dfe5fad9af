import { sandboxPage } from '@workers/sandbox/page';
import type { APIRoute } from 'astro';

/** The frame in which readers' code runs, with a policy of its own. */
export const GET: APIRoute = async () =>
  new Response(await sandboxPage(), { headers: { 'content-type': 'text/html; charset=utf-8' } });
