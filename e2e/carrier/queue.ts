/** First in, first out, without moving the others up at each step. */
export function createQueue<Item>() {
  let items: Item[] = [];
  let next = 0;

  return {
    push: (item: Item) => void items.push(item),
    take(): Item | undefined {
      const item = items[next];
      next += 1;
      if (next > items.length) next = items.length;
      if (next > 1_000 && next * 2 > items.length) {
        items = items.slice(next);
        next = 0;
      }
      return item;
    },
    size: () => items.length - next,
  };
}
