/** Runs `act` when asked, at most once every so many milliseconds; what is asked between is done once, when that is over. */
export function paced(act: () => void, every: number) {
  let free = true;
  let asked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function ask() {
    if (!free) {
      asked = true;
      return;
    }
    act();
    if (every === 0) return;
    free = false;
    timer = setTimeout(() => {
      free = true;
      if (!asked) return;
      asked = false;
      ask();
    }, every);
  }

  return { ask, stop: () => clearTimeout(timer) };
}
