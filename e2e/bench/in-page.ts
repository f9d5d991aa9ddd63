import type { Locator, Page } from "@playwright/test";

const patienceMs = 20_000;

/** The loader of our TypeScript names functions by a helper that a page does not have. */
export const pageNeeds = { content: "globalThis.__name = (made) => made;" };

/** Milliseconds from the press of this link until what the selector finds is painted. */
export function clickToPaint(link: Locator, shows: string): Promise<number> {
  return link.evaluate(
    (element, { shows, patienceMs }) =>
      new Promise<number>((resolve, reject) => {
        const began = performance.now();
        const giveUp = setTimeout(
          () => reject(new Error(`Looked for "${shows}" and found nothing in time.`)),
          patienceMs,
        );
        const painted = () => {
          const turn = new MessageChannel();
          turn.port1.onmessage = () => resolve(performance.now() - began);
          requestAnimationFrame(() => turn.port2.postMessage(0));
        };
        const watch = new MutationObserver(() => {
          if (!document.querySelector(shows)) return;
          watch.disconnect();
          clearTimeout(giveUp);
          painted();
        });
        watch.observe(document, { childList: true, subtree: true, attributes: true });
        (element as HTMLElement).click();
      }),
    { shows, patienceMs },
  );
}

/** From each key press until the frame after it is painted, while `type` types. Milliseconds. */
export async function keysToPaint(page: Page, type: () => Promise<void>): Promise<number[]> {
  const noted = await page.evaluateHandle(() => {
    const took: number[] = [];
    const leaving = new AbortController();
    document.addEventListener(
      "keydown",
      (event) => {
        const turn = new MessageChannel();
        turn.port1.onmessage = () => took.push(performance.now() - event.timeStamp);
        requestAnimationFrame(() => turn.port2.postMessage(0));
      },
      { capture: true, signal: leaving.signal },
    );
    return { took, leaving };
  });
  await type();
  return noted.evaluate(async ({ took, leaving }) => {
    await new Promise(requestAnimationFrame);
    leaving.abort();
    return took;
  });
}

/** From the keys that send until the words stand in the conversation, painted. Milliseconds. */
export async function sendToBubble(page: Page, words: string, press: () => Promise<void>): Promise<number> {
  const noted = await page.evaluateHandle(
    ({ words, patienceMs }) => {
      const log = document.querySelector('[role="log"]');
      if (!log) throw new Error('Looked for the conversation\'s texts, role "log", and found none.');
      const shown = new Promise<number>((resolve, reject) => {
        let pressed = 0;
        const giveUp = setTimeout(
          () => reject(new Error("The reply did not show among the conversation's texts in time.")),
          patienceMs,
        );
        document.addEventListener(
          "keydown",
          (event) => {
            if (event.key === "Enter") pressed = event.timeStamp;
          },
          { capture: true },
        );
        const watch = new MutationObserver((changes) => {
          const came = changes.some(({ target, addedNodes }) =>
            [target, ...addedNodes].some((node) => node !== log && node.textContent?.includes(words)),
          );
          if (!came || pressed === 0) return;
          watch.disconnect();
          clearTimeout(giveUp);
          const turn = new MessageChannel();
          turn.port1.onmessage = () => resolve(performance.now() - pressed);
          requestAnimationFrame(() => turn.port2.postMessage(0));
        });
        watch.observe(log, { childList: true, subtree: true, characterData: true });
      });
      // Heard below; until then its failure must not be the page's.
      shown.catch(() => {});
      return { shown };
    },
    { words, patienceMs },
  );
  await press();
  return noted.evaluate(({ shown }) => shown);
}
