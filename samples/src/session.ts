import { fetchJson } from './fetch-json.js';

interface Session {
  id: string;
}

/** Opens a session with the service for as long as some work takes. */
export async function withSession<Value>(
  service: URL,
  work: (session: Session, signal: AbortSignal) => Promise<Value>,
  signal: AbortSignal,
): Promise<Value> {
  const session = await fetchJson<Session>(new URL('sessions/new', service), signal);
  try {
    return await work(session, signal);
  } finally {
    await fetch(new URL(`sessions/${session.id}`, service), { method: 'DELETE', signal });
  }
}
