import "server-only";
import { programIdsOf } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { connection } from "@/lib/database";
import { feedHead, readFeed } from "@/lib/feed/cursor";
import { type Relay, startRelay } from "@/lib/feed/relay";
import { isTooOld } from "@/lib/feed/retention";
import type { Cursor, FeedRow } from "@/lib/feed/types";
import { log, trace } from "@/lib/log";
import { checkSession } from "@/lib/users/session";
import { currentSession } from "./auth";
import { contextOf } from "./page-context";

const held = globalThis as typeof globalThis & { hearbackRelay?: Relay; hearbackStreams?: Set<() => void> };
held.hearbackStreams ??= new Set();
const openStreams = held.hearbackStreams;

const relay = () => {
  held.hearbackRelay ??= startRelay(connection().db);
  return held.hearbackRelay;
};

const checkMilliseconds = 5_000;
const beatMilliseconds = 15_000;
const mostMissed = 2_000;
/** Events that a browser may leave unread before we take it for gone. */
const mostUnread = 10_000;

/** `next start` does not exit while a stream is open. */
export function closeStreams(): void {
  for (const close of openStreams) close();
}

/** The stream of the signed-in person. It runs by itself, so it never counts as activity of theirs. */
export async function streamRoute(request: Request): Promise<Response> {
  const live = await currentSession({ touch: false });
  if (!live) return new Response(null, { status: 401 });
  return eventStream(contextOf(live.user), live.token, request);
}

/** What happens in the caller's programs, as server-sent events; goes on from `lastEventId` when it is not too old. */
export async function eventStream(ctx: Ctx, token: string, request: Request): Promise<Response> {
  const from = parseCursor(request.headers.get("last-event-id"));
  const encoder = new TextEncoder();
  let programs = await programsOf(ctx);
  let close = () => {};

  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => {
        if (!openStreams.has(close)) return;
        controller.enqueue(encoder.encode(text));
        if ((controller.desiredSize ?? 0) < -mostUnread) close();
      };
      const pass = (rows: FeedRow[]) => {
        for (const row of rows) if (programs.has(row.programId)) send(changeEvent(row));
        if (rows.some((row) => row.kind === "program.changed")) void recheck();
      };

      // Held back until the missed rows are out, so that order is kept; a row seen twice does no harm.
      const early: FeedRow[] = [];
      let live = false;
      let unsubscribe = () => {};
      const check = setInterval(() => void recheck(), checkMilliseconds);
      const beat = setInterval(() => send("event: beat\ndata: {}\n\n"), beatMilliseconds);

      close = () => {
        if (!openStreams.delete(close)) return;
        unsubscribe();
        clearInterval(check);
        clearInterval(beat);
        try {
          controller.close();
        } catch (error) {
          // The browser had gone first.
          log.info("a stream was closed twice", trace(error));
        }
      };
      openStreams.add(close);
      request.signal.addEventListener("abort", close);
      if (request.signal.aborted) close();

      async function recheck() {
        try {
          if (!(await checkSession(ctx.db, token, { touch: false }))) {
            send("event: end\ndata: {}\n\n");
            close();
            return;
          }
          const now = await programsOf(ctx);
          const joined = [...now].some((id) => !programs.has(id));
          programs = now;
          // What happened there before we knew of it was kept from this reader.
          if (joined) send("event: reset\ndata: {}\n\n");
        } catch (error) {
          if (!openStreams.has(close)) return;
          log.error("a stream could not be checked", trace(error));
          close();
        }
      }

      try {
        unsubscribe = await relay().subscribe((rows) => (live ? pass(rows) : early.push(...rows)));
        if (!openStreams.has(close)) {
          unsubscribe();
          return;
        }
        // A browser that goes on keeps its own place until it has what it missed.
        const place = from ? "" : `id: ${formatCursor(await feedHead(ctx.db))}\n`;
        send(`retry: 1000\n${place}event: beat\ndata: {}\n\n`);
        if (from) {
          const missed = (await isTooOld(ctx.db, from)) ? null : await readFeed(ctx.db, from, mostMissed);
          if (missed && missed.length < mostMissed) pass(missed);
          else send(`id: ${formatCursor(await feedHead(ctx.db))}\nevent: reset\ndata: {}\n\n`);
        }
        pass(early);
        live = true;
      } catch (error) {
        log.error("a stream could not begin", trace(error));
        close();
      }
    },
    cancel: () => close(),
  });

  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream",
      "Cache-Control": "no-cache, no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}

async function programsOf(ctx: Ctx): Promise<Set<string>> {
  return new Set((await programIdsOf(ctx)).map((row) => row.id));
}

function changeEvent({ cursor, ...event }: FeedRow): string {
  return `id: ${formatCursor(cursor)}\nevent: change\ndata: ${JSON.stringify(event)}\n\n`;
}

const formatCursor = (cursor: Cursor) => `${cursor.xid}_${cursor.id}`;

function parseCursor(value: string | null): Cursor | undefined {
  const match = /^(\d{1,20})_([0-9a-f-]{36})$/.exec(value ?? "");
  return match?.[1] && match[2] ? { xid: match[1], id: match[2] } : undefined;
}
